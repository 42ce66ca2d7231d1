package dk.grundskema.api.planning;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.RecordReader;
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
 * What is left of a broken problem file when all that is wrong is taken out: good enough to ask the plugins about it, so that
 * their findings are said together with the file's own. A number out of its range is the nearest in it. Findings that only follow
 * from what was taken out are none.
 */
final class SoundPart {
    /** Whoever has more to mend than this begins with it. */
    private static final int MOST_FINDINGS = 200;

    private static final int MOST_ROUNDS = 8;
    private static final String INTERVENTIONS = "interventions";

    /** Without these as they were meant, a plugin's findings would say more about the gap than about the file. */
    private static final Set<String> INDISPENSABLE =
            Set.of("horizon", "sites", "rooms", "schools", "staff", "students", "groups", "lessons", INTERVENTIONS);

    /** What stands in for fields of the root that no plugin looks at. */
    private static final Map<String, Json> STAND_INS =
            Map.of("version", new Json.Numeric(BigDecimal.valueOf(Problem.VERSION)), "title", new Json.Text("x"));

    /** Fields whose absence gives no plugin a reason to warn. */
    private static final Set<String> WITHOUT_CONSEQUENCE =
            Set.of("name", "number", "email", "language", "wishes", "wishedWith", "neverWith", "weights");

    private final RecordReader reader;
    private final PlacedJson json;
    private final Set<List<String>> changed = new LinkedHashSet<>();
    private final Set<List<String>> lost = new LinkedHashSet<>();
    private final Set<List<String>> outThisRound = new LinkedHashSet<>();
    private boolean isHopeless;

    SoundPart(RecordReader reader, Json json) {
        this.reader = reader;
        this.json = new PlacedJson(json);
    }

    /** The problem without what is wrong with it; empty if too much of it is. */
    Optional<Problem> problem() {
        for (int round = 0; round < MOST_ROUNDS && !isHopeless; round++) {
            switch (reader.read(json.compact(), Problem.class)) {
                case Read.Good<Problem> good -> {
                    return Optional.of(good.value());
                }
                case Read.Bad<Problem> bad -> takeOutAll(bad.findings());
            }
        }
        isHopeless = true;
        return Optional.empty();
    }

    /** What a plugin finds out about the problem as the file has it; empty if it is about what was taken out. */
    Optional<Finding> inFile(Finding finding) {
        List<String> place = json.original(path(finding.pointer()));
        boolean follows = place.size() < 2
                || !place.getFirst().equals(INTERVENTIONS)
                || changed.stream().anyMatch(each -> startsWith(place, each))
                || lost.stream().anyMatch(each -> startsWith(each, place))
                || namesWhatIsGone(finding, place.subList(0, 2));
        return follows || !(finding.isError() || isWhole(place.subList(0, 2)))
                ? Optional.empty()
                : Optional.of(new Finding(finding.code(), finding.severity(), pointer(place), finding.arguments()));
    }

    /** Whether an intervention is as the file has it, and what was taken out elsewhere can't be why something is said of it. */
    private boolean isWhole(List<String> intervention) {
        return Stream.concat(changed.stream(), lost.stream())
                .noneMatch(each -> startsWith(each, intervention)
                        || (!each.getFirst().equals(INTERVENTIONS)
                                && each.stream().noneMatch(WITHOUT_CONSEQUENCE::contains)));
    }

    /** Places of interventions in the file that could not be looked at, or not as a whole. */
    List<Integer> unsettled() {
        var all = IntStream.range(0, json.size(List.of(INTERVENTIONS))).boxed();
        return all.filter(i -> isHopeless
                        || lost.stream().anyMatch(each -> startsWith(each, List.of(INTERVENTIONS, String.valueOf(i)))))
                .toList();
    }

    /** Whether a finding mentions what was taken out: by its id, and in the same intervention by any text that it had. */
    private boolean namesWhatIsGone(Finding finding, List<String> intervention) {
        Set<String> texts = json.textsTakenFrom(intervention);
        return finding.arguments().stream()
                .anyMatch(argument ->
                        (argument instanceof Id id && json.idsTaken().contains(id.value()))
                                || texts.contains(String.valueOf(argument)));
    }

    private void takeOutAll(List<Finding> findings) {
        if (findings.size() > MOST_FINDINGS) {
            isHopeless = true;
            return;
        }
        // Places of this round, before anything is taken out in it.
        var places = findings.stream()
                .map(finding -> Map.entry(json.original(path(finding.pointer())), finding))
                .toList();
        outThisRound.clear();
        places.forEach(each -> mend(each.getKey(), each.getValue()));
    }

    private void mend(List<String> place, Finding finding) {
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
            takeOut(place);
        }
    }

    private static boolean isIndispensable(List<String> place) {
        boolean isDay = place.size() > 2 && place.get(1).equals("closedDays");
        String first = place.getFirst();
        return (place.size() == 1 && INDISPENSABLE.contains(first)) || (first.equals("horizon") && !isDay);
    }

    /** Puts the nearest number that is possible in place of one that isn't. */
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

    /** Takes out what is wrong; where something is missing, the nearest that can't do without it. */
    private void takeOut(List<String> place) {
        List<String> out = place;
        while (!out.isEmpty() && (!json.has(out) || isAllThatIsAsked(out))) {
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

    /** An intervention without its parameters is none. */
    private static boolean isAllThatIsAsked(List<String> place) {
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

    private static String pointer(List<String> path) {
        var pointer = new StringBuilder();
        path.forEach(segment -> pointer.append('/').append(Finding.segment(segment)));
        return pointer.toString();
    }

    private static List<String> path(String pointer) {
        return pointer.isEmpty()
                ? List.of()
                : Arrays.stream(pointer.substring(1).split("/", -1))
                        .map(segment -> segment.replace("~1", "/").replace("~0", "~"))
                        .toList();
    }
}
