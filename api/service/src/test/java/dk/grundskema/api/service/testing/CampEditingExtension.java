package dk.grundskema.api.service.testing;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Camps whose weeks a planner edits by hand in a real browser. */
public final class CampEditingExtension implements BeforeAllCallback {
    private Chromium chromium;
    private Server server;
    private TestSchool school;

    @Override
    public void beforeAll(ExtensionContext context) {
        chromium = Chromium.shared();
        server = TestServices.on(TestDatabase.H2);
        school = TestSchool.create(server);
    }

    /** A client that edits plans over REST. */
    public ServiceClient otherClient() {
        return ServiceClient.administrator(server);
    }

    /** A camp with a timetable; where it is over REST. */
    public String makeCamp() {
        return SolvedPlans.createSolvedPlan(
                otherClient(), server, school.path(), TestServices.exampleProblem("camp-3-weeks"), 300);
    }

    /** The page of a team's week in a camp. */
    public String weekAddress(String camp) {
        Object team = otherClient().get(camp + "/timetable/weeks").at("/teams/0/id");
        return "/plans/" + TestPlans.planIdOf(camp).value() + "/timetable?of=TEAM:" + team + "&week=2026-W37";
    }

    /** The planner at a page. */
    public BrowserVisit openAsPlanner(String page, ViewingMode eyes) {
        BrowserVisit visit = new BrowserVisit(chromium, server, eyes).signInAs(school.addPerson(Role.PLANNER));
        visit.page().navigate(page);
        return visit;
    }

    public BrowserVisit openAsPlanner(String page) {
        return openAsPlanner(page, ViewingMode.DANISH);
    }

    /** The planner at the page of a team's week in a camp of the test's own. */
    public BrowserVisit openAsPlanner() {
        return openAsPlanner(weekAddress(makeCamp()));
    }
}
