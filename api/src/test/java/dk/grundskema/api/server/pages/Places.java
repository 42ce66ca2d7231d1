package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.publishing.ChangedMeetings;
import dk.grundskema.api.server.publishing.PublishedCamp;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.domain.timetable.Meeting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Every page that there is, with something on it.
 *
 * @param school  a school with plans
 * @param planner who plans there, and says who may do what
 * @param all     the pages, by their names
 */
record Places(School school, School.Person planner, List<Place> all) {
    /**
     * A page.
     *
     * @param name       short, for files and reports
     * @param path       where it is
     * @param isForGuests whether it is seen before signing in
     * @param isTrouble  whether it is seen instead of another, which browsers call an error
     */
    record Place(String name, String path, boolean isForGuests, boolean isTrouble) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Places on(Server server) {
        School school = School.in(server);
        School.Person planner = school.person(Role.ADMINISTRATOR);
        Client client = Services.administrator(server);
        String camp = Planned.plan(client, server, school.path(), Services.example("camp-3-weeks"), 300);
        String without = NewPlan.made(client, school.path(), Services.example("school-12-classes"))
                .header("Location");
        String shortOfStaff = Planned.plan(client, server, school.path(), Services.example("camp-too-few-staff"), 300);
        String plan = "/plans/" + NewPlan.id(camp).value();
        String timetable = plan + "/timetable?of=";
        var all = new ArrayList<Place>();
        all.add(new Place("sign-in", "/sign-in", true, false));
        all.add(seen("plans", "/"));
        all.add(seen("new-camp", "/organisations/" + school.id() + "/new?kind=camp"));
        all.add(seen("new-school", "/organisations/" + school.id() + "/new?kind=school"));
        all.add(seen("plan", plan));
        for (String list : List.of("staff", "students", "rooms", "groups")) {
            all.add(seen("list-" + list, plan + "/lists/" + list));
        }
        String needs = "/plans/" + NewPlan.id(without).value() + "/lists/needs";
        all.add(seen("list-needs", needs));
        all.add(seen("list-needs-adults", needs + "?of=co-teaching&rows=pool"));
        String guide = NewPlan.made(client, school.path(), Services.example("guide-all-five"))
                .header("Location");
        all.add(seen(
                "list-needs-students",
                "/plans/" + NewPlan.id(guide).value() + "/lists/needs?of=smaa-grupper&rows=candidates"));
        String bare = NewPlan.made(client, school.path(), Services.example("school-12-classes"))
                .header("Location");
        client.with("If-Match", client.get(bare).tag()).delete(bare + "/interventions/" + only(client, bare));
        all.add(seen("list-needs-none", "/plans/" + NewPlan.id(bare).value() + "/lists/needs"));
        all.add(seen("plan-without-timetable", "/plans/" + NewPlan.id(without).value()));
        all.add(seen("interventions", plan + "/interventions"));
        all.add(seen("interventions-types", plan + "/interventions/new"));
        all.add(seen("interventions-camp", plan + "/interventions/" + only(client, camp)));
        all.add(seen("interventions-removal", plan + "/interventions/" + only(client, camp) + "/removal"));
        all.add(seen(
                "interventions-school",
                "/plans/" + NewPlan.id(without).value() + "/interventions/" + only(client, without)));
        for (String step : List.of("dates", "days", "teams", "subjects", "rules")) {
            all.add(seen("camp-" + step, plan + "/camp/" + step));
        }
        all.add(seen("planning", plan + "/plan"));
        all.add(seen("planning-first", "/plans/" + NewPlan.id(without).value() + "/plan"));
        all.add(seen("planning-short", "/plans/" + NewPlan.id(shortOfStaff).value() + "/plan"));
        String thin = "/plans/" + NewPlan.id(shortOfStaff).value();
        all.add(seen("fidelity", thin + "/fidelity"));
        all.add(seen("fidelity-short", thin + "/fidelity?only=short"));
        all.add(seen("loads", plan + "/loads"));
        all.add(seen("loads-short", thin + "/loads?sort=rest"));
        all.add(seen("loads-none", "/plans/" + NewPlan.id(without).value() + "/loads"));
        all.add(seen("ledger", plan + "/ledger"));
        all.add(seen("attendance", plan + "/attendance"));
        all.add(seen("own", "/me/timetable"));
        all.add(seen("timetable-whole", timetable + "WHOLE"));
        all.add(seen("timetable-day", timetable + "DAY"));
        all.add(seen("timetable-team", timetable + "TEAM:" + first(client, camp, "teams")));
        all.add(seen("timetable-staff", timetable + "STAFF:" + first(client, camp, "staff")));
        all.add(seen("timetable-room", timetable + "ROOM:" + first(client, camp, "rooms")));
        all.add(seen("timetable-student", timetable + "STUDENT:" + first(client, camp, "students")));
        all.add(seen("print", plan + "/print"));
        all.add(seen("publish-first", plan + "/publish"));
        all.add(seen("links-none", plan + "/links"));
        String published = "/plans/" + published(server, client, school);
        all.add(seen("publish", published + "/publish"));
        all.add(seen("publish-done", published + "/publish?done=1"));
        all.add(seen("links", published + "/links"));
        all.add(seen("history", published + "/history"));
        all.add(seen("history-returned", published + "/history?done=returned"));
        all.add(seen("revision", published + "/history/" + first(server, published)));
        all.add(seen("scenarios-none", plan + "/scenarios"));
        all.add(seen("scenarios", scenarios(server, client, published) + "/scenarios"));
        String people = "/organisations/" + school.id();
        all.add(seen("people", people + "/people"));
        all.add(seen("person", people + "/people/" + school.person(Role.READER).id()));
        all.add(seen("audit", people + "/audit"));
        all.add(seen("personal-data", people + "/personal-data"));
        all.add(seen("shelf", people + "/shelf"));
        all.add(seen("account", "/account"));
        all.add(new Place("password", "/password", true, false));
        all.add(seen("absences", plan + "/absences"));
        all.add(seen("absence", plan + "/absences/" + absence(client, camp)));
        all.add(new Place("not-found", "/plans/nothing", false, true));
        return new Places(school, planner, List.copyOf(all));
    }

    /** A camp that was published and changed since. */
    private static String published(Server server, Client client, School school) {
        String place = Planned.plan(client, server, school.path(), Services.example("camp-3-weeks"), 300);
        PublishedCamp camp = PublishedCamp.of(server, place);
        Client fresh = client.with("If-Match", client.get(place).tag());
        fresh.post(place + "/publications", Map.of("note", "Turen er om onsdagen."));
        Meeting moved = camp.ofOne(camp.busiest()).getFirst();
        camp.change(all -> ChangedMeetings.with(
                all,
                ChangedMeetings.at(
                        moved, moved.start().plusMinutes(5), moved.end().plusMinutes(5))));
        return NewPlan.id(place).value();
    }

    /** A plan with a scenario that has changed since. */
    private static String scenarios(Server server, Client client, String plan) {
        String made = client.post("/api/v1" + plan + "/scenarios", Map.of("title", "Uden de første møder"))
                .header("Location");
        PublishedCamp.of(server, made).change(all -> all.subList(30, all.size()));
        return plan;
    }

    /** The second revision, which is the first with a timetable. */
    private static String first(Server server, String plan) {
        return server.part(Plans.class)
                .revisions(NewPlan.id(plan), 3, 1)
                .getFirst()
                .id()
                .value();
    }

    private static Place seen(String name, String path) {
        return new Place(name, path, false, false);
    }

    /** Somebody of the staff is away on a day of the camp. */
    private static String absence(Client client, String plan) {
        String location = client.post(
                        plan + "/absences",
                        Map.of(
                                "staffId",
                                first(client, plan, "staff"),
                                "from",
                                "2026-09-09T00:00",
                                "until",
                                "2026-09-10T00:00"))
                .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static String only(Client client, String plan) {
        return String.valueOf(client.get(plan + "/interventions").at("/items/0/id"));
    }

    private static String first(Client client, String plan, String part) {
        return String.valueOf(client.get(plan + "/timetable/weeks").at("/" + part + "/0/id"));
    }
}
