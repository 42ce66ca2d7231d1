package dk.grundskema.api.planning;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.RecordReader;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a broken problem file when all that is wrong is taken out: good enough to ask the plugins about it, so that
 * their findings are said together with the file's own. Findings that only follow from what was taken out are none.
 */
final class SoundPart {
    /** Whoever has more to mend than this begins with it. */
    private static final int MOST_FINDINGS = 200;

    private static final int MOST_ROUNDS = 8;

    /** Without these as they were meant, a plugin's findings would say more about the gap than about the file. */
    private static final Set<String> INDISPENSABLE =
            Set.of("horizon", "sites", "rooms", "schools", "staff", "students", "groups", "lessons", "interventions");

    /** What stands in for fields of the root that no plugin looks at. */
    private static final Map<String, Json> STAND_INS =
            Map.of("version", new Json.Numeric(BigDecimal.valueOf(Problem.VERSION)), "title", new Json.Text("x"));

    private final RecordReader reader;
    private final Set<String> gone = new HashSet<>();
    private final Set<String> untrue = new HashSet<>();
    private @Nullable Json json;
    private List<String> lastGone = List.of();

    SoundPart(RecordReader reader, Json json) {
        this.reader = reader;
        this.json = json;
    }

    /** The problem without what is wrong with it; empty if too much of it is. */
    Optional<Problem> problem() {
        for (int round = 0; round < MOST_ROUNDS && json != null; round++) {
            switch (reader.read(json, Problem.class)) {
                case Read.Good<Problem> good -> {
                    return Optional.of(good.value());
                }
                case Read.Bad<Problem> bad -> takeOutAll(bad.findings());
            }
        }
        return Optional.empty();
    }

    /** Whether a plugin's finding is about the file, not about what was taken out of it. */
    boolean holds(Finding finding) {
        return finding.isError()
                && finding.pointer().startsWith("/interventions/")
                && untrue.stream().noneMatch(finding.pointer()::startsWith)
                && finding.arguments().stream().noneMatch(one -> one instanceof Id id && gone.contains(id.value()));
    }

    private void takeOutAll(List<Finding> findings) {
        if (findings.size() > MOST_FINDINGS) {
            json = null;
            return;
        }
        lastGone = List.of();
        // Later elements of a list first, so that the places of the others stay what they are.
        findings.stream()
                .map(finding -> path(finding.pointer()))
                .distinct()
                .sorted(Comparator.comparing(SoundPart::inOrder).reversed())
                .forEach(this::takeOut);
    }

    private static String inOrder(List<String> path) {
        return String.join(
                "/",
                path.stream()
                        .map(each -> " ".repeat(Math.max(0, 9 - each.length())) + each)
                        .toList());
    }

    private void takeOut(List<String> path) {
        if (json == null || path.isEmpty()) {
            json = null;
            return;
        }
        boolean isGone = !lastGone.isEmpty()
                && path.size() >= lastGone.size()
                && path.subList(0, lastGone.size()).equals(lastGone);
        if (isGone) {
            return;
        }
        String first = path.getFirst();
        boolean isDay = path.size() > 2 && path.get(1).equals("closedDays");
        if ((path.size() == 1 && INDISPENSABLE.contains(first)) || (first.equals("horizon") && !isDay)) {
            json = null;
        } else if (path.size() == 1 && STAND_INS.containsKey(first) && json instanceof Json.Structure root) {
            var fields = new LinkedHashMap<>(root.fields());
            fields.put(first, STAND_INS.get(first));
            json = new Json.Structure(fields);
        } else {
            json = without(json, path, 0);
        }
    }

    /** The value without what the path leads to; {@code null} if it can't do without it, or never had it. */
    private @Nullable Json without(Json value, List<String> path, int depth) {
        String step = path.get(depth);
        boolean isLast = depth == path.size() - 1;
        return switch (value) {
            case Json.Structure structure -> {
                Json inner = structure.fields().get(step);
                if (inner == null) {
                    yield null;
                }
                var fields = new LinkedHashMap<>(structure.fields());
                Json left = isLast ? null : without(inner, path, depth + 1);
                if (left == null) {
                    lose(inner, path.subList(0, depth + 1));
                    fields.remove(step);
                    if (step.equals("parameters")) {
                        shift(path);
                    }
                } else {
                    fields.put(step, left);
                }
                yield new Json.Structure(fields);
            }
            case Json.Listing list -> {
                int place = Integer.parseInt(step);
                var elements = new ArrayList<>(list.elements());
                Json left = isLast ? null : without(elements.get(place), path, depth + 1);
                if (left == null) {
                    lose(elements.remove(place), path.subList(0, depth + 1));
                    shift(path);
                } else {
                    elements.set(place, left);
                }
                yield new Json.Listing(elements);
            }
            default -> null;
        };
    }

    private void lose(Json value, List<String> path) {
        lastGone = path;
        if (value instanceof Json.Structure structure && structure.fields().get("id") instanceof Json.Text id) {
            gone.add(id.value());
        }
    }

    /** Places within an intervention are not those of the file when one of its lists, or all it asks for, has been lost. */
    private void shift(List<String> path) {
        if (path.getFirst().equals("interventions")) {
            untrue.add(path.size() == 2 ? "/interventions/" : "/interventions/" + path.get(1) + "/");
        }
    }

    private static List<String> path(String pointer) {
        return pointer.isEmpty()
                ? List.of()
                : Arrays.stream(pointer.substring(1).split("/", -1))
                        .map(segment -> segment.replace("~1", "/").replace("~0", "~"))
                        .toList();
    }
}
