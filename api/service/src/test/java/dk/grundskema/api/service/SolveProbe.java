package dk.grundskema.api.service;

import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A client that has a plan solved repeatedly. It records all responses and verifies them afterwards. */
final class SolveProbe {
    private static final Set<String> STATES = Set.of("QUEUED", "RUNNING", "STOPPING", "DONE", "FAILED");
    private static final int MOST_WAITING = 4;

    private final String plan;
    private final Random random;
    /** The last that was heard of each solve. */
    private final Map<String, Answer> lastAnswers = new LinkedHashMap<>();

    private final Set<String> checked = new HashSet<>();
    private final AtomicInteger looks = new AtomicInteger();

    SolveProbe(String plan, long seed) {
        this.plan = plan;
        this.random = new Random(seed);
    }

    int count() {
        return lastAnswers.size();
    }

    /** Number of times that the state of all open solves was requested. */
    int looks() {
        return looks.get();
    }

    int ended() {
        return (int) lastAnswers.values().stream()
                .filter(one -> one.at("/state").equals("DONE"))
                .count();
    }

    private List<String> open() {
        return lastAnswers.entrySet().stream()
                .filter(each -> !Polling.hasEnded(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Requests a solve, sometimes stops one, and reads the state of running ones. */
    void step(ServiceClient client) {
        List<String> open = open();
        if (open.size() < MOST_WAITING) {
            Answer asked = client.post(
                    plan + "/solves", Map.of("seconds", 1 + random.nextInt(5), "seed", random.nextInt(1000)));
            if (asked.status() != 202) {
                throw new AssertionError("A solve was answered: " + asked);
            }
            lastAnswers.put(asked.header("Location"), asked);
        } else if (random.nextInt(20) == 0) {
            String job = open.get(random.nextInt(open.size()));
            lastAnswers.put(job, told(client.post(job + "/stop", Map.of())));
        }
        open.forEach(job -> lastAnswers.put(job, told(client.get(job))));
        looks.incrementAndGet();
        pause();
    }

    private static Answer told(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError("A solve was answered: " + answer);
        }
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody looks any more.", e);
        }
    }

    /** Returns everything that differs from earlier responses. Solves that had ended are read once more and then dropped. */
    List<String> check(ServiceClient client) {
        var wrong = new ArrayList<String>();
        for (String job : List.copyOf(lastAnswers.keySet())) {
            Answer before = lastAnswers.get(job);
            if (checked.contains(job)) {
                continue;
            }
            if (Polling.hasEnded(before)) {
                checked.add(job);
            }
            Answer now = client.get(job);
            wrong.addAll(differences(job, before, now));
            if (now.status() == 200) {
                lastAnswers.put(job, now);
            }
        }
        wrong.addAll(head(client));
        return wrong;
    }

    private static List<String> differences(String job, Answer before, Answer now) {
        if (now.status() != 200 || !STATES.contains(String.valueOf(now.at("/state")))) {
            return List.of("solve %s was acknowledged; now: %s".formatted(job, now));
        }
        var wrong = new ArrayList<String>();
        if (Polling.hasEnded(before) && !before.at("/state").equals(now.at("/state"))) {
            wrong.add("solve %s was %s and is %s".formatted(job, before.at("/state"), now.at("/state")));
        }
        if (Polling.hasEnded(before) && !before.at("/revision").equals(now.at("/revision"))) {
            wrong.add("solve %s became %s and now %s".formatted(job, before.at("/revision"), now.at("/revision")));
        }
        if (before.at("/state").equals("STOPPING") && now.at("/state").equals("RUNNING")) {
            wrong.add("solve %s was to be stopped and is not".formatted(job));
        }
        if (before.at("/score") instanceof Map
                && !(now.at("/score") instanceof Map && Polling.isAtLeastAsGood(now, before))) {
            wrong.add("solve %s had %s and has %s".formatted(job, before.at("/score"), now.at("/score")));
        }
        return wrong;
    }

    /** The plan is at a revision whose timetable can be read, as can those of the solves. */
    private List<String> head(ServiceClient client) {
        Answer now = client.get(plan);
        var wrong = new ArrayList<String>();
        if (now.status() != 200) {
            wrong.add("the plan that is solved is gone: " + now);
        }
        lastAnswers.forEach((job, last) -> {
            if (last.at("/score") instanceof Map
                    && !checked.contains(job)
                    && client.get(job + "/timetable").status() != 200) {
                wrong.add("the timetable of solve %s can't be read".formatted(job));
            }
        });
        return wrong;
    }

    /** Waits until all unfinished solves have ended. Returns the errors, such as a score that is worse than before. */
    List<String> checkEnds(ServiceClient client) {
        var wrong = new ArrayList<String>();
        for (String job : open()) {
            Answer before = lastAnswers.get(job);
            Answer end = Polling.until(() -> client.get(job), Polling::hasEnded);
            wrong.addAll(differences(job, before, end));
            lastAnswers.put(job, end);
        }
        lastAnswers.forEach((job, last) -> {
            if (last.at("/state").equals("FAILED") && !last.body().contains("solve.workers-died")) {
                wrong.add("solve %s failed: %s".formatted(job, last));
            }
        });
        return wrong;
    }
}
