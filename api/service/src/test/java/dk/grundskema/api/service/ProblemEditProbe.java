package dk.grundskema.api.service;

import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.service.testing.TestServices;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A client that edits a plan, undoes and redoes. It records everything acknowledged and verifies it afterwards. */
final class ProblemEditProbe {
    private final String plan;
    private final Random random;
    private final Map<String, String> titles = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<String> unchecked = new ArrayList<>();
    private long version = 1;
    private String head = "";
    private boolean isUnanswered;
    private int count;

    ProblemEditProbe(String plan, long seed) {
        this.plan = plan;
        this.random = new Random(seed);
    }

    int count() {
        return titles.size();
    }

    /** Makes one change. If it throws, it is unknown whether the change was made. */
    void step(ServiceClient client) {
        ServiceClient based = client.withHeader("If-Match", "\"" + version + "\"");
        int which = random.nextInt(10);
        isUnanswered = true;
        if (which < 7) {
            var problem = new HashMap<>(TestServices.exampleProblem("camp-3-weeks"));
            String title = "Lejr " + ++count;
            problem.put("title", title);
            Answer answer = based.put(plan + "/problem", Map.of("problem", problem));
            if (answer.status() == 200) {
                titles.put((String) answer.at("/revision/id"), title);
                unchecked.add((String) answer.at("/revision/id"));
            }
            acknowledged(answer);
        } else {
            acknowledged(based.post(plan + (which < 9 ? "/undo" : "/redo"), Map.of()));
        }
    }

    private void acknowledged(Answer answer) {
        isUnanswered = false;
        if (answer.status() == 200) {
            version = Long.parseLong(answer.tag().replace("\"", ""));
            head = (String) answer.at("/revision/id");
        } else if (answer.status() != 409) {
            throw new AssertionError("An edit was answered: " + answer);
        }
    }

    /** Returns everything that differs from what was acknowledged. */
    List<String> check(ServiceClient client) {
        var wrong = new ArrayList<String>();
        Answer now = client.get(plan);
        long found = Long.parseLong(now.tag().replace("\"", ""));
        String at = (String) now.at("/revision/id");
        long most = version + (isUnanswered ? 1 : 0);
        if (found < version || found > most) {
            wrong.add("the plan's version is %d, %d to %d was expected".formatted(found, version, most));
        }
        if (found == version && !head.isEmpty() && !at.equals(head)) {
            wrong.add("the plan is at %s, %s was acknowledged".formatted(at, head));
        }
        Answer problem = client.get(plan + "/problem");
        String title = titles.get(at);
        if (problem.status() != 200 || (title != null && !title.equals(problem.at("/title")))) {
            wrong.add("the problem of %s is not the one that was sent (%d)".formatted(at, problem.status()));
        }
        wrong.addAll(missing(client, unchecked));
        unchecked.clear();
        version = found;
        head = at;
        isUnanswered = false;
        return wrong;
    }

    /** Returns the same for everything acknowledged since the start, and checks that the revisions are complete. */
    List<String> checkAll(ServiceClient client) {
        var wrong = new ArrayList<>(missing(client, titles.keySet()));
        List<Map<?, ?>> all = revisions(client, Integer.MAX_VALUE);
        for (int i = 0; i < all.size(); i++) {
            if (!String.valueOf(all.get(i).get("number")).equals(String.valueOf(all.size() - i))) {
                wrong.add("revision %s stands where %d should"
                        .formatted(all.get(i).get("number"), all.size() - i));
            }
        }
        var ids = all.stream().map(one -> one.get("id")).toList();
        all.stream()
                .filter(one -> one.get("parent") != null && !ids.contains(one.get("parent")))
                .forEach(one -> wrong.add("the parent of revision %s is not there".formatted(one.get("id"))));
        return wrong;
    }

    private List<String> missing(ServiceClient client, Collection<String> acknowledged) {
        var found = revisions(client, acknowledged.size() + 100).stream()
                .map(one -> String.valueOf(one.get("id")))
                .toList();
        return acknowledged.stream()
                .filter(one -> !found.contains(one))
                .map(one -> "revision %s was acknowledged and is not there".formatted(one))
                .toList();
    }

    /** Returns the latest revisions, at least as many as requested if there are enough. */
    private List<Map<?, ?>> revisions(ServiceClient client, int least) {
        var all = new ArrayList<Map<?, ?>>();
        String from = "";
        while (all.size() < least) {
            Answer page = client.get(plan + "/revisions" + from);
            ((List<?>) page.at("/items")).forEach(one -> all.add((Map<?, ?>) one));
            if (page.at("/next").equals("null")) {
                return all;
            }
            from = "?before=" + page.at("/next");
        }
        return all;
    }
}
