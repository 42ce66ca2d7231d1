package dk.grundskema.api.documents.problem;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordReader;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.problem.Problem;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reduces a broken problem file to a valid problem by removing everything that is wrong. The plugins check the rest, so that their findings
 * are reported together with the file's own. A number out of range is replaced by the nearest one in range. It reads the pruned tree again
 * after each round, up to {@link #MOST_ROUNDS} times, since removing one part can break another. Findings that only follow from removed
 * parts are dropped.
 */
final class BrokenProblemPruner {
    /** With more findings than this, the plugins are not asked. */
    private static final int MOST_FINDINGS = 200;

    private static final int MOST_ROUNDS = 8;
    private static final String INTERVENTIONS = "interventions";

    /** Without these, a plugin would report the gap instead of errors in the file. */
    private static final Set<String> INDISPENSABLE =
            Set.of("horizon", "sites", "rooms", "schools", "staff", "students", "groups", "lessons", INTERVENTIONS);

    /** Replacements for root fields that no plugin reads. */
    private static final Map<String, Json> STAND_INS = Map.of(
            "version", new Json.JsonNumber(BigDecimal.valueOf(Problem.VERSION)), "title", new Json.JsonString("x"));

    /** Removing these fields gives no plugin a reason to warn. */
    private static final Set<String> WITHOUT_CONSEQUENCE =
            Set.of("name", "number", "email", "language", "wishes", "wishedWith", "neverWith", "weights");

    private final RecordReader reader;
    private final PrunableJsonTree json;
    private final Set<List<String>> changed = new LinkedHashSet<>();
    private final Set<List<String>> lost = new LinkedHashSet<>();
    private final Set<List<String>> outThisRound = new LinkedHashSet<>();
    private boolean isHopeless;

    BrokenProblemPruner(RecordReader reader, Json json) {
        this.reader = reader;
        this.json = new PrunableJsonTree(json);
    }

    /** Returns the problem without its broken parts; empty if too much is broken. */
    Optional<Problem> pruneToValid() {
        for (int round = 0; round < MOST_ROUNDS && !isHopeless; round++) {
            switch (reader.read(json.compact(), Problem.class)) {
                case ReadResult.Success<Problem> good -> {
                    return Optional.of(good.value());
                }
                case ReadResult.Failure<Problem> bad -> pruneAll(bad.findings());
            }
        }
        isHopeless = true;
        return Optional.empty();
    }

    /** Converts a plugin's finding about the pruned problem to one about the file; empty if it follows from a removed part. */
    Optional<Finding> toFileFinding(Finding finding) {
        List<String> place = json.originalPath(pathOf(finding.pointer()));
        boolean follows = place.size() < 2
                || !place.getFirst().equals(INTERVENTIONS)
                || changed.stream().anyMatch(each -> startsWith(place, each))
                || lost.stream().anyMatch(each -> startsWith(each, place))
                || mentionsRemoved(finding, place.subList(0, 2));
        return follows || !(finding.isError() || isUnaffected(place.subList(0, 2)))
                ? Optional.empty()
                : Optional.of(new Finding(finding.code(), finding.severity(), pointerOf(place), finding.arguments()));
    }

    /** Whether an intervention is complete and no part removed elsewhere can have caused a finding about it. */
    private boolean isUnaffected(List<String> intervention) {
        return Stream.concat(changed.stream(), lost.stream())
                .noneMatch(each -> startsWith(each, intervention)
                        || (!each.getFirst().equals(INTERVENTIONS)
                                && each.stream().noneMatch(WITHOUT_CONSEQUENCE::contains)));
    }

    /** Returns the indexes of interventions in the file that were not checked, or only in part. */
    List<Integer> uncheckedInterventions() {
        var all = IntStream.range(0, json.size(List.of(INTERVENTIONS))).boxed();
        return all.filter(i -> isHopeless
                        || lost.stream().anyMatch(each -> startsWith(each, List.of(INTERVENTIONS, String.valueOf(i)))))
                .toList();
    }

    /** Whether a finding mentions a removed part: by its id, or within the same intervention by any of its texts. */
    private boolean mentionsRemoved(Finding finding, List<String> intervention) {
        Set<String> texts = json.removedTextsUnder(intervention);
        return finding.arguments().stream()
                .anyMatch(argument ->
                        (argument instanceof Id id && json.removedIds().contains(id.value()))
                                || texts.contains(String.valueOf(argument)));
    }

    private void pruneAll(List<Finding> findings) {
        if (findings.size() > MOST_FINDINGS) {
            isHopeless = true;
            return;
        }
        // Resolve the places before this round removes anything.
        var places = findings.stream()
                .map(finding -> Map.entry(json.originalPath(pathOf(finding.pointer())), finding))
                .toList();
        outThisRound.clear();
        places.forEach(each -> prune(each.getKey(), each.getValue()));
    }

    private void prune(List<String> place, Finding finding) {
        if (outThisRound.stream().anyMatch(each -> startsWith(place, each))) {
            return;
        }
        if (place.isEmpty() || isIndispensable(place)) {
            isHopeless = true;
        } else if (place.size() == 1 && STAND_INS.containsKey(place.getFirst())) {
            json.put(place, STAND_INS.get(place.getFirst()));
        } else if (finding.code().equals("value.out-of-range") && !changed.contains(place) && clamp(place, finding)) {
            changed.add(place);
        } else {
            remove(place);
        }
    }

    private static boolean isIndispensable(List<String> place) {
        boolean isDay = place.size() > 2 && place.get(1).equals("closedDays");
        String first = place.getFirst();
        return (place.size() == 1 && INDISPENSABLE.contains(first)) || (first.equals("horizon") && !isDay);
    }

    /** Replaces a number by the nearest one in range; returns false if that is not possible. */
    private boolean clamp(List<String> place, Finding finding) {
        var numbers = finding.arguments().stream()
                .filter(Number.class::isInstance)
                .map(each -> new BigDecimal(each.toString()))
                .toList();
        if (numbers.size() != 3 || numbers.get(1).compareTo(numbers.get(2)) > 0) {
            return false;
        }
        BigDecimal nearest = numbers.getFirst().compareTo(numbers.get(1)) < 0 ? numbers.get(1) : numbers.get(2);
        return json.replaceNumber(place, nearest);
    }

    /** Removes a broken value. If a value is missing, removes the nearest parent that requires it. */
    private void remove(List<String> place) {
        List<String> out = place;
        while (!out.isEmpty() && (!json.contains(out) || isParametersOfIntervention(out))) {
            out = List.copyOf(out.subList(0, out.size() - 1));
        }
        if (out.isEmpty() || isIndispensable(out)) {
            isHopeless = true;
            return;
        }
        (isElement(out) ? lost : changed).add(out);
        outThisRound.add(out);
        json.remove(out);
    }

    /** An intervention is not valid without its parameters. */
    private static boolean isParametersOfIntervention(List<String> place) {
        return place.size() == 3
                && place.getFirst().equals(INTERVENTIONS)
                && place.getLast().equals("parameters");
    }

    private boolean isElement(List<String> place) {
        return json.isList(place.subList(0, place.size() - 1));
    }

    private static boolean startsWith(List<String> whole, List<String> start) {
        return whole.size() >= start.size() && whole.subList(0, start.size()).equals(start);
    }

    private static String pointerOf(List<String> path) {
        var pointer = new StringBuilder();
        path.forEach(segment -> pointer.append('/').append(Finding.escapePointerSegment(segment)));
        return pointer.toString();
    }

    private static List<String> pathOf(String pointer) {
        return pointer.isEmpty()
                ? List.of()
                : Arrays.stream(pointer.substring(1).split("/", -1))
                        .map(segment -> segment.replace("~1", "/").replace("~0", "~"))
                        .toList();
    }
}
