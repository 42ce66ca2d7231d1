package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.timetable.Meeting;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Organisations choose ids freely; pages link correctly to elements with any valid id. */
final class PageAddressTest {
    private static final String WITHOUT_SLASH = "æ#1+2@x:y.ø"; // camps' ids have none

    /** Characters of ids that separate parts of addresses or must be encoded there. */
    private static final String ODD = "/" + WITHOUT_SLASH;

    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"([^\"]+)\"");

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));

    /** An example in which staff, rooms and interventions have unusual ids. */
    private static Map<String, Object> odd(String example) {
        Map<String, Object> problem = TestServices.exampleProblem(example);
        things(problem, "interventions").forEach(one -> one.put("id", one.get("id") + WITHOUT_SLASH));
        Set<String> ids = Stream.of("staff", "rooms")
                .flatMap(part -> things(problem, part).stream())
                .map(one -> (String) one.get("id"))
                .collect(Collectors.toSet());
        return problem.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, part -> odd(part.getValue(), ids)));
    }

    private static Object odd(Object json, Set<String> ids) {
        if (json instanceof Map<?, ?> fields) {
            var all = new HashMap<String, Object>();
            fields.forEach((name, value) -> all.put((String) name, odd(value, ids)));
            return all;
        }
        return json instanceof List<?> all
                ? all.stream().map(one -> odd(one, ids)).toList()
                : json instanceof String id && ids.contains(id) ? id + ODD : json;
    }

    @SuppressWarnings("unchecked") // parts of a problem are lists of objects
    private static List<Map<String, Object>> things(Map<String, Object> problem, String part) {
        return (List<Map<String, Object>>) problem.get(part);
    }

    /** Follows each link of a page to an element with an id, and asserts that all elements are reached. */
    private Set<String> walked(String page, String to) {
        String body = planner.get(page).body();
        var links = new TreeSet<String>();
        LINK.matcher(body)
                .results()
                .map(one -> one.group(1).replace("&amp;", "&"))
                .forEach(link -> {
                    if (link.contains(to)) {
                        assertThat(planner.get(link).statusCode())
                                .as("%s, on %s", link, page)
                                .isEqualTo(200);
                        links.add(link);
                    }
                });
        assertThat(links).as("links on from %s", page).isNotEmpty();
        return links;
    }

    /** Extends the last meeting of a Monday into the night. */
    private static List<Meeting> lateMonday(List<Meeting> all) {
        Meeting last = all.stream()
                .filter(one -> one.workload().work()
                        && one.weekday() == DayOfWeek.MONDAY
                        && one.end().isAfter(one.start())
                        && one.seats().stream().anyMatch(seat -> seat.staffId() != null))
                .max(Comparator.comparing(Meeting::start))
                .orElseThrow();
        return MeetingVariants.with(all, MeetingVariants.at(last, LocalTime.of(22, 30), LocalTime.of(23, 45)));
    }

    @Test
    void aFormItsTablesAndItsRemovalAreReachedWhateverItsId() {
        String place = TestPlans.createPlan(client, school.path(), odd("school-12-classes"))
                .header("Location");
        String plan = "/plans/" + TestPlans.planIdOf(place).value();
        Set<String> forms = walked(plan + "/interventions", "%23");
        assertThat(forms).allMatch(link -> link.endsWith("%C3%A6%231%2B2%40x%3Ay.%C3%B8"));
        Set<String> further = walked(forms.iterator().next(), "%23");
        assertThat(further).anyMatch(link -> link.endsWith("/removal")).anyMatch(link -> link.contains("/needs?of="));
        assertThat(walked(forms.iterator().next() + "/removal", "%23")).containsAll(forms);
        assertThat(walked(plan + "/lists/needs", "%23")).anyMatch(link -> link.contains("&rows="));
    }

    @Test
    void everybodysWeekIsReachedFromWhereverItIsLedTo() {
        String place = SolvedPlans.createSolvedPlan(client, server, school.path(), odd("camp-3-weeks"), 20);
        PublishedCampFixture.of(server, place).change(PageAddressTest::lateMonday);
        String plan = "/plans/" + TestPlans.planIdOf(place).value();
        Set<String> loads = walked(plan + "/loads", "?of=STAFF:");
        assertThat(loads).allMatch(link -> link.contains("%2F%C3%A6%231%2B2%40x%3Ay.%C3%B8&week="));
        assertThat(planner.get(plan + "/loads").body())
                .as("a person with too short a rest is listed with a link to the week")
                .containsPattern("<ul class=\"short\"><li>.*?of=STAFF:[^:&]+%23[^:&]+&amp;week=");
        assertThat(walked(loads.iterator().next(), "?of=STAFF:")).hasSizeBetween(1, 2);
        String found =
                PageClient.redirectTarget(planner.submit(plan + "/timetable/find", Map.of("find", "Rasmus Thorup")));
        assertThat(planner.get(found).body()).contains("<h1><bdi>Rasmus Thorup</bdi></h1>");
        String missed = PageClient.redirectTarget(planner.submit(
                plan + "/timetable/find", Map.of("find", "ingen hedder det", "of", "STAFF:rasmus" + ODD)));
        assertThat(planner.get(missed).body()).contains("<h1><bdi>Rasmus Thorup</bdi></h1>");
    }

    @Test
    void precheckIssuesLinkToThePagesThatMendThem() {
        String place = TestPlans.createPlan(client, school.path(), odd("camp-too-few-staff"))
                .header("Location");
        String plan = "/plans/" + TestPlans.planIdOf(place).value();
        assertThat(walked(plan + "/plan/precheck", "/camp/")).containsExactly(plan + "/camp/subjects");
        assertThat(walked(plan + "/plan/precheck", "/lists/")).containsExactly(plan + "/lists/staff");
        assertThat(walked(plan + "/camp/subjects", "/interventions/")).isNotEmpty();
    }

    @Test
    void theStepsOfEachOfTwoCampsLeadOnToItsOwn() {
        Map<String, Object> problem = odd("camp-3-weeks");
        var camps = new ArrayList<>(things(problem, "interventions"));
        var other = new HashMap<>(camps.getFirst());
        other.put("id", "den-anden" + WITHOUT_SLASH);
        other.put("title", "Den anden");
        camps.add(other);
        problem.put("interventions", camps);
        String place = TestPlans.createPlan(client, school.path(), problem).header("Location");
        String page = "/plans/" + TestPlans.planIdOf(place).value() + "/camp/rules";
        Set<String> steps = walked(page, "/camp/");
        assertThat(steps).hasSizeGreaterThan(5);
        String second = page + "?of=den-anden%C3%A6%231%2B2%40x%3Ay.%C3%B8";
        assertThat(planner.get(second).body()).contains("Den anden");
        String version = String.valueOf(client.get(place).at("/version"));
        assertThat(PageClient.redirectTarget(planner.submit(second, Map.of("version", version, "then", "save"))))
                .isEqualTo(second + "&done=saved");
    }

    @Test
    void signInRedirectKeepsTheEncodedTimetableAddress() {
        String week = "/plans/some/timetable?of=STAFF:rasmus%2F%C3%A6";
        assertThat(PageClient.redirectTarget(new PageClient(server).get(week)))
                .isEqualTo("/sign-in?to=%2Fplans%2Fsome%2Ftimetable%3Fof%3DSTAFF%3Arasmus%252F%25C3%25A6");
    }
}
