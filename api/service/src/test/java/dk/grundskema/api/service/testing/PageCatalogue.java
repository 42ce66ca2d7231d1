package dk.grundskema.api.service.testing;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.domain.timetable.Meeting;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Every page of the service, with content.
 *
 * @param school  school with plans
 * @param planner user who plans and administers there
 * @param all     pages by name
 */
public record PageCatalogue(TestSchool school, TestSchool.Person planner, List<CataloguedPage> all) {
    /**
     * A page.
     *
     * @param name        short, for files and reports
     * @param path        where it is
     * @param isForGuests whether it is seen before signing in
     * @param isTrouble   whether it is seen instead of another, which browsers call an error
     */
    public record CataloguedPage(String name, String path, boolean isForGuests, boolean isTrouble) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static PageCatalogue create(Server server) {
        TestSchool school = TestSchool.create(server);
        TestSchool.Person planner = school.addPerson(Role.ADMINISTRATOR);
        ServiceClient client = ServiceClient.administrator(server);
        String camp = SolvedPlans.createSolvedPlan(
                client, server, school.path(), TestServices.exampleProblem("camp-3-weeks"), 300);
        String without = TestPlans.createPlan(client, school.path(), TestServices.exampleProblem("school-12-classes"))
                .header("Location");
        String shortOfStaff = SolvedPlans.createSolvedPlan(
                client, server, school.path(), TestServices.exampleProblem("camp-too-few-staff"), 300);
        String plan = "/plans/" + TestPlans.planIdOf(camp).value();
        String timetable = plan + "/timetable?of=";
        var all = new ArrayList<CataloguedPage>();
        all.add(new CataloguedPage("sign-in", "/sign-in", true, false));
        all.add(signedInPage("plans", "/"));
        all.add(signedInPage("new-camp", "/organisations/" + school.id() + "/new?kind=camp"));
        all.add(signedInPage("new-school", "/organisations/" + school.id() + "/new?kind=school"));
        all.add(signedInPage("plan", plan));
        for (String list : List.of("staff", "students", "rooms", "groups")) {
            all.add(signedInPage("list-" + list, plan + "/lists/" + list));
        }
        String needs = "/plans/" + TestPlans.planIdOf(without).value() + "/lists/needs";
        all.add(signedInPage("list-needs", needs));
        all.add(signedInPage("list-needs-adults", needs + "?of=co-teaching&rows=pool"));
        String guide = TestPlans.createPlan(client, school.path(), TestServices.exampleProblem("guide-all-five"))
                .header("Location");
        all.add(signedInPage(
                "list-needs-students",
                "/plans/" + TestPlans.planIdOf(guide).value() + "/lists/needs?of=smaa-grupper&rows=candidates"));
        String bare = TestPlans.createPlan(client, school.path(), TestServices.exampleProblem("school-12-classes"))
                .header("Location");
        client.withHeader("If-Match", client.get(bare).tag())
                .delete(bare + "/interventions/" + onlyIntervention(client, bare));
        all.add(signedInPage(
                "list-needs-none", "/plans/" + TestPlans.planIdOf(bare).value() + "/lists/needs"));
        all.add(signedInPage(
                "plan-without-timetable",
                "/plans/" + TestPlans.planIdOf(without).value()));
        all.add(signedInPage("interventions", plan + "/interventions"));
        all.add(signedInPage("interventions-types", plan + "/interventions/new"));
        all.add(signedInPage("interventions-camp", plan + "/interventions/" + onlyIntervention(client, camp)));
        all.add(signedInPage(
                "interventions-removal", plan + "/interventions/" + onlyIntervention(client, camp) + "/removal"));
        all.add(signedInPage(
                "interventions-school",
                "/plans/" + TestPlans.planIdOf(without).value() + "/interventions/"
                        + onlyIntervention(client, without)));
        for (String step : List.of("dates", "days", "teams", "subjects", "rules")) {
            all.add(signedInPage("camp-" + step, plan + "/camp/" + step));
        }
        all.add(signedInPage("rules-camp", plan + "/rules"));
        all.add(signedInPage("rules", "/plans/" + TestPlans.planIdOf(guide).value() + "/rules"));
        all.add(signedInPage("planning", plan + "/plan"));
        all.add(signedInPage(
                "planning-first", "/plans/" + TestPlans.planIdOf(without).value() + "/plan"));
        all.add(signedInPage(
                "planning-short", "/plans/" + TestPlans.planIdOf(shortOfStaff).value() + "/plan"));
        String thin = "/plans/" + TestPlans.planIdOf(shortOfStaff).value();
        all.add(signedInPage("fidelity", thin + "/fidelity"));
        all.add(signedInPage("publish-open-seats", thin + "/publish"));
        all.add(signedInPage("fidelity-short", thin + "/fidelity?only=short"));
        acceptOneShortfall(client, shortOfStaff);
        all.add(signedInPage("shortfalls", thin + "/shortfalls"));
        all.add(signedInPage("shortfalls-none", plan + "/shortfalls"));
        all.add(signedInPage("loads", plan + "/loads"));
        all.add(signedInPage("loads-short", thin + "/loads?sort=rest"));
        all.add(signedInPage(
                "loads-none", "/plans/" + TestPlans.planIdOf(without).value() + "/loads"));
        all.add(signedInPage("ledger", plan + "/ledger"));
        all.add(signedInPage("attendance", plan + "/attendance"));
        all.add(signedInPage("own", "/me/timetable"));
        all.add(signedInPage("timetable-whole", timetable + "WHOLE"));
        all.add(signedInPage("timetable-day", timetable + "DAY"));
        all.add(signedInPage("timetable-team", timetable + "TEAM:" + firstId(client, camp, "teams")));
        all.add(signedInPage("timetable-staff", timetable + "STAFF:" + firstId(client, camp, "staff")));
        all.add(signedInPage("timetable-room", timetable + "ROOM:" + firstId(client, camp, "rooms")));
        all.add(signedInPage("timetable-student", timetable + "STUDENT:" + firstId(client, camp, "students")));
        all.add(signedInPage("timetable-faults-whole", thin + "/timetable?of=WHOLE"));
        all.add(signedInPage("timetable-faults-day", thin + "/timetable?of=DAY"));
        all.add(signedInPage(
                "timetable-faults-team", thin + "/timetable?of=TEAM:" + firstId(client, shortOfStaff, "teams")));
        all.add(signedInPage(
                "timetable-why",
                thin + "/timetable/why?session="
                        + URLEncoder.encode(openSession(client, shortOfStaff), StandardCharsets.UTF_8)));
        all.add(signedInPage(
                "timetable-why-tried",
                thin + "/timetable/why?remedies=true&session="
                        + URLEncoder.encode(openSession(client, shortOfStaff), StandardCharsets.UTF_8)));
        all.add(signedInPage("planning-fault", thin + "/plan?fault=all"));
        all.add(signedInPage("print", plan + "/print"));
        all.add(signedInPage("exports", plan + "/exports"));
        all.add(signedInPage("plan-sheet", plan + "/sheet"));
        all.add(signedInPage("publish-first", plan + "/publish"));
        all.add(signedInPage("links-none", plan + "/links"));
        String published = "/plans/" + publishCamp(server, client, school);
        all.add(signedInPage("publish", published + "/publish"));
        all.add(signedInPage("publish-done", published + "/publish?done=1"));
        all.add(signedInPage("links", published + "/links"));
        all.add(signedInPage("history", published + "/history"));
        all.add(signedInPage("history-returned", published + "/history?done=returned"));
        all.add(signedInPage("revision", published + "/history/" + firstId(server, published)));
        all.add(signedInPage("scenarios-none", plan + "/scenarios"));
        all.add(signedInPage("scenarios", makeScenario(server, client, published) + "/scenarios"));
        String people = "/organisations/" + school.id();
        all.add(signedInPage("people", people + "/people"));
        all.add(signedInPage(
                "person", people + "/people/" + school.addPerson(Role.READER).id()));
        all.add(signedInPage("audit", people + "/audit"));
        all.add(signedInPage("plugins", people + "/plugins"));
        all.add(signedInPage("personal-data", people + "/personal-data"));
        all.add(signedInPage("shelf", people + "/shelf"));
        all.add(signedInPage("account", "/account"));
        all.add(new CataloguedPage("password", "/password", true, false));
        all.add(signedInPage("absences", plan + "/absences"));
        all.add(signedInPage("absence", plan + "/absences/" + enterAbsence(client, camp)));
        all.add(signedInPage("next-term", plan + "/next-term"));
        all.add(signedInPage("changes", plan + "/changes"));
        all.add(signedInPage("school-timetable", plan + "/changes/school-timetable"));
        all.add(signedInPage("change", plan + "/changes/" + previewChange(client, camp)));
        all.add(new CataloguedPage("not-found", "/plans/nothing", false, true));
        return new PageCatalogue(school, planner, List.copyOf(all));
    }

    /** A camp that was published and changed since. */
    private static String publishCamp(Server server, ServiceClient client, TestSchool school) {
        String place = SolvedPlans.createSolvedPlan(
                client, server, school.path(), TestServices.exampleProblem("camp-3-weeks"), 300);
        PublishedCampFixture camp = PublishedCampFixture.of(server, place);
        ServiceClient fresh = client.withHeader("If-Match", client.get(place).tag());
        fresh.post(place + "/publications", Map.of("confirmOpenSeats", true, "note", "Turen er om onsdagen."));
        Meeting moved = camp.meetingsOf(camp.busiest()).getFirst();
        camp.change(all -> MeetingVariants.with(
                all,
                MeetingVariants.at(
                        moved, moved.start().plusMinutes(5), moved.end().plusMinutes(5))));
        return TestPlans.planIdOf(place).value();
    }

    /** A plan with a scenario that has changed since. */
    private static String makeScenario(Server server, ServiceClient client, String plan) {
        String made = client.post("/api/v1" + plan + "/scenarios", Map.of("title", "Uden de første møder"))
                .header("Location");
        PublishedCampFixture.of(server, made).change(all -> all.subList(30, all.size()));
        return plan;
    }

    /** The second revision, which is the first with a timetable. */
    private static String firstId(Server server, String plan) {
        return server.bean(PlanStore.class)
                .revisions(TestPlans.planIdOf(plan), 3, 1)
                .getFirst()
                .id()
                .value();
    }

    private static void acceptOneShortfall(ServiceClient client, String place) {
        client.withHeader("If-Match", client.get(place).tag())
                .post(
                        place + "/shortfalls/acceptances",
                        Map.of(
                                "keys",
                                List.of(client.get(place + "/shortfalls").at("/parts/0/items/0/key")),
                                "reason",
                                "Week 38: trip to Bornholm"));
    }

    private static CataloguedPage signedInPage(String name, String path) {
        return new CataloguedPage(name, path, false, false);
    }

    /** Records an absence of a staff member on a day of the camp. */
    private static String enterAbsence(ServiceClient client, String plan) {
        String location = client.post(
                        plan + "/absences",
                        Map.of(
                                "staffId",
                                firstId(client, plan, "staff"),
                                "from",
                                "2026-09-09T00:00",
                                "until",
                                "2026-09-10T00:00"))
                .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Previews a day on which a staff member is away. */
    private static String previewChange(ServiceClient client, String plan) {
        String location = client.post(
                        plan + "/changes",
                        Map.of(
                                "now",
                                "2026-09-08T12:00",
                                "steps",
                                300,
                                "changes",
                                List.of(Map.of(
                                        "kind",
                                        "STAFF_AWAY",
                                        "staffId",
                                        firstId(client, plan, "staff"),
                                        "from",
                                        "2026-09-09T00:00",
                                        "until",
                                        "2026-09-11T00:00"))))
                .header("Location");
        Polling.until(() -> client.get(location), Polling::hasEnded);
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static String onlyIntervention(ServiceClient client, String plan) {
        return String.valueOf(client.get(plan + "/interventions").at("/items/0/id"));
    }

    /** The session of a meeting with an open seat. */
    private static String openSession(ServiceClient client, String plan) {
        return ((List<?>) client.get(plan + "/timetable").at("/meetings"))
                .stream()
                        .map(meeting -> (Map<?, ?>) meeting)
                        .filter(meeting -> meeting.get("seats") instanceof List<?> seats
                                && seats.stream().anyMatch(seat -> !((Map<?, ?>) seat).containsKey("staffId")))
                        .map(meeting -> String.valueOf(meeting.get("sessionId")))
                        .findFirst()
                        .orElseThrow();
    }

    private static String firstId(ServiceClient client, String plan, String part) {
        return String.valueOf(client.get(plan + "/timetable/weeks").at("/" + part + "/0/id"));
    }
}
