package dk.grundskema.api.service;

import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A client that edits a camp's timetable by hand and enters absences and attendance. It records everything acknowledged and verifies it afterwards.
 */
final class ManualEditProbe {
    private static final long STEPS = 100;

    private final String plan;
    private final Random random;
    private final List<String> staff;
    private final List<Map<?, ?>> modules;

    /** By the revision that an edit became: which session, and who was put into its first seat. */
    private final Map<String, Map.Entry<String, String>> edits = Collections.synchronizedMap(new LinkedHashMap<>());

    private final Set<String> absences = Collections.synchronizedSet(new LinkedHashSet<>());

    /** For each session and date the last entry whether it was held. */
    private final Map<String, Boolean> deliveries = Collections.synchronizedMap(new LinkedHashMap<>());

    private long version;
    private String head;
    private boolean isUnanswered;

    /** @param plan a camp's plan, which is solved first */
    ManualEditProbe(ServiceClient client, String plan, long seed) {
        this.plan = plan;
        this.random = new Random(seed);
        Answer asked = client.post(plan + "/solves", Map.of("steps", STEPS, "seed", 1));
        Answer solved = Polling.until(() -> client.get(asked.header("Location")), Polling::hasEnded);
        if (!solved.at("/state").equals("DONE")) {
            throw new AssertionError("The camp could not be planned: " + solved);
        }
        this.staff = all(client.get(plan + "/staff"), "/items").stream()
                .map(one -> (String) one.get("id"))
                .toList();
        this.modules = all(timetable(client), "/meetings").stream()
                .filter(one -> one.get("kind").equals("module"))
                .toList();
        Answer now = client.get(plan);
        this.version = version(now);
        this.head = (String) now.at("/revision/id");
    }

    private static List<Map<?, ?>> all(Answer answer, String pointer) {
        return answer.at(pointer) instanceof List<?> found
                ? found.stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList()
                : List.of();
    }

    private Answer timetable(ServiceClient client) {
        return client.get(plan + "/exports/timetable.json");
    }

    private static long version(Answer answer) {
        return Long.parseLong(answer.tag().replace("\"", ""));
    }

    int count() {
        return edits.size() + absences.size() + deliveries.size();
    }

    /** Makes one change. If it throws, it is unknown whether the change was made. */
    void step(ServiceClient client) {
        switch (random.nextInt(5)) {
            case 0 -> away(client);
            case 1 -> deliver(client);
            default -> edit(client);
        }
    }

    private void edit(ServiceClient client) {
        String session = session(modules.get(random.nextInt(modules.size())));
        String who = staff.get(random.nextInt(staff.size()));
        isUnanswered = true;
        Answer answer = client.withHeader("If-Match", "\"" + version + "\"")
                .post(
                        plan + "/edits",
                        Map.of(
                                "changes",
                                List.of(Map.of("what", "SEAT", "sessionId", session, "position", 0, "staffId", who))));
        isUnanswered = false;
        if (answer.status() == 200) {
            version = version(answer);
            head = (String) answer.at("/revision");
            edits.put(head, Map.entry(session, who));
        } else if (answer.status() != 422) { // who already sits in the other seat can't sit in both
            throw new AssertionError("An edit was answered: " + answer);
        }
    }

    private static String session(Map<?, ?> meeting) {
        return (String) meeting.get("sessionId");
    }

    private void away(ServiceClient client) {
        Answer answer = client.post(
                plan + "/absences",
                Map.of(
                        "staffId",
                        staff.get(random.nextInt(staff.size())),
                        "from",
                        "2026-09-10T06:00",
                        "until",
                        "2026-09-11T00:00"));
        if (answer.status() != 201) {
            throw new AssertionError("An absence was answered: " + answer);
        }
        absences.add((String) answer.at("/id"));
    }

    private void deliver(ServiceClient client) {
        Map<?, ?> meeting = modules.get(random.nextInt(modules.size()));
        String date = IsoWeek.parse((String) ((List<?>) meeting.get("weeks")).getFirst())
                .date(DayOfWeek.valueOf((String) meeting.get("weekday")))
                .toString();
        boolean held = random.nextBoolean();
        String which = session(meeting) + " " + date;
        deliveries.remove(which); // until it is answered, nobody knows which of the two it is
        Answer answer =
                client.put(plan + "/deliveries?session=" + session(meeting) + "&date=" + date, Map.of("held", held));
        if (answer.status() != 200) {
            throw new AssertionError("An attendance was answered: " + answer);
        }
        deliveries.put(which, held);
    }

    /** Returns everything that differs from what was acknowledged. */
    List<String> check(ServiceClient client) {
        var wrong = new ArrayList<String>();
        Answer now = client.get(plan);
        long found = version(now);
        String at = (String) now.at("/revision/id");
        if (found < version || found > version + (isUnanswered ? 1 : 0)) {
            wrong.add("the camp's version is %d, %d was acknowledged".formatted(found, version));
        }
        if (found == version && !at.equals(head)) {
            wrong.add("the camp is at %s, %s was acknowledged".formatted(at, head));
        }
        wrong.addAll(seated(client, at));
        List<?> away = all(client.get(plan + "/absences"), "/items").stream()
                .map(one -> one.get("id"))
                .toList();
        absences.stream()
                .filter(one -> !away.contains(one))
                .forEach(one -> wrong.add("absence %s was acknowledged and is not there".formatted(one)));
        var entered = new LinkedHashMap<String, Object>();
        all(client.get(plan + "/deliveries"), "/items")
                .forEach(one -> entered.put(
                        one.get("sessionId") + " " + one.get("date"), !Boolean.FALSE.equals(one.get("held"))));
        deliveries.forEach((which, held) -> {
            if (!held.equals(entered.get(which))) {
                wrong.add("what came of %s was entered as %s and is %s".formatted(which, held, entered.get(which)));
            }
        });
        version = found;
        head = at;
        isUnanswered = false;
        return wrong;
    }

    /** Whether the timetable and the problem of a revision both have the edit that it came from. */
    private List<String> seated(ServiceClient client, String revision) {
        var edit = edits.get(revision);
        if (edit == null) {
            return List.of();
        }
        Map<?, ?> meeting = all(timetable(client), "/meetings").stream()
                .filter(one -> session(one).equals(edit.getKey()))
                .findFirst()
                .orElseThrow();
        Map<?, ?> seat = (Map<?, ?>) ((List<?>) meeting.get("seats")).getFirst();
        boolean isSeated = edit.getValue().equals(seat.get("staffId")) && Boolean.TRUE.equals(seat.get("locked"));
        boolean isLocked = all(client.get(plan + "/problem"), "/locks").stream()
                .anyMatch(one -> edit.getKey().equals(one.get("sessionId")));
        return isSeated && isLocked
                ? List.of()
                : List.of("the edit %s of revision %s is not whole: seat %s, locked %s"
                        .formatted(edit, revision, seat, isLocked));
    }
}
