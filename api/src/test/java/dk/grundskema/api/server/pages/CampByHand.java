package dk.grundskema.api.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.pages.Visit.Eyes;
import dk.grundskema.api.server.start.Server;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Camps whose weeks a planner changes by hand in a real browser, which is there as long as the tests of a class. */
final class CampByHand implements BeforeAllCallback, AfterAllCallback {
    private Chromium chromium;
    private Server server;
    private School school;

    @Override
    public void beforeAll(ExtensionContext context) {
        setDefaultAssertionTimeout(20_000); // a machine with much else to do
        chromium = Chromium.begin();
        server = Services.on(Database.H2);
        school = School.in(server);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (chromium != null) {
            chromium.close();
        }
    }

    /** Somebody who changes plans over REST. */
    Client other() {
        return Services.administrator(server);
    }

    /** A camp with a timetable; where it is over REST. */
    String camp() {
        return Planned.plan(other(), server, school.path(), Services.example("camp-3-weeks"), 300);
    }

    /** The page of a team's week in a camp. */
    String week(String camp) {
        Object team = other().get(camp + "/timetable/weeks").at("/teams/0/id");
        return "/plans/" + NewPlan.id(camp).value() + "/timetable?of=TEAM:" + team + "&week=2026-W37";
    }

    /** The planner at a page. */
    Visit planner(String page, Eyes eyes) {
        Visit visit = new Visit(chromium, server, eyes).as(school.person(Role.PLANNER));
        visit.page().navigate(page);
        return visit;
    }

    Visit planner(String page) {
        return planner(page, Eyes.DANISH);
    }

    /** The planner at the page of a team's week in a camp of the test's own. */
    Visit planner() {
        return planner(week(camp()));
    }
}
