package dk.grundskema.api.service.benchmark;

import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A published plan with all its subscribed calendars.
 *
 * @param plan      the plan
 * @param problem   its problem
 * @param calendars all of them
 */
record SubscribedPlan(BenchmarkPlan plan, Map<String, ?> problem, List<SubscribedCalendar> calendars) {
    private static final int A_YEAR = 1500;

    /** Publishes a plan of a problem after some steps of planning. */
    static SubscribedPlan of(BenchmarkPlan plan, Map<String, ?> problem, long steps) {
        plan.solveFor(steps);
        publishFirst(plan);
        var held = new ExpectedEventCounts(
                plan.client().get(plan.path() + "/timetable").at(""));
        List<SubscribedCalendar> calendars = ((List<?>)
                        plan.client().get(plan.path() + "/links").at("/items"))
                .stream().map(one -> calendar((Map<?, ?>) one, held)).toList();
        return new SubscribedPlan(plan, problem, calendars);
    }

    /** The same plan after the service was started again. */
    SubscribedPlan withClient(ServiceClient again) {
        return new SubscribedPlan(new BenchmarkPlan(again, plan.path()), problem, calendars);
    }

    private static SubscribedCalendar calendar(Map<?, ?> link, ExpectedEventCounts held) {
        String kind = String.valueOf(link.get("kind"));
        String calendar = String.valueOf(link.get("calendar"));
        return new SubscribedCalendar(
                kind, calendar.substring(calendar.indexOf("/c/")), held.of(kind, String.valueOf(link.get("ownerId"))));
    }

    private static void publishFirst(BenchmarkPlan plan) {
        String tag = plan.client().get(plan.path()).tag();
        Answer answer = plan.client()
                .withHeader("If-Match", tag)
                .post(plan.path() + "/publications", Map.of("confirmOpenSeats", true));
        if (answer.status() != 201) {
            throw new IllegalStateException("The plan couldn't be published: " + answer);
        }
    }

    /** Renames the plan and each of its groups, so that the next publication changes all calendars. */
    void rename(String mark) {
        var changed = new HashMap<String, Object>(problem);
        var groups = new ArrayList<Object>();
        for (Object each : (List<?>) problem.get("groups")) {
            var group = new HashMap<Object, Object>((Map<?, ?>) each);
            group.put("name", group.get("name") + " " + mark);
            groups.add(group);
        }
        changed.put("groups", groups);
        change("/problem", Map.of("problem", changed));
        change("/title", Map.of("title", problem.get("title") + " " + mark));
    }

    private void change(String part, Map<String, ?> body) {
        String tag = plan.client().get(plan.path()).tag();
        Answer answer = plan.client().withHeader("If-Match", tag).put(plan.path() + part, body);
        if (answer.status() != 200) {
            throw new IllegalStateException("The plan couldn't be changed: " + answer);
        }
    }

    /** Publishes the current revision. */
    void publish() {
        publishFirst(plan);
    }

    /** Returns the calendars of one person, class or room with the events of one year: at least 1,500 and less than twice as many. */
    List<SubscribedCalendar> yearCalendars() {
        return calendars.stream()
                .filter(one -> one.events() >= A_YEAR && one.events() < 2 * A_YEAR)
                .collect(Collectors.toList());
    }
}
