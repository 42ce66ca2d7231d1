package dk.grundskema.solver.registry.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Collects complaints: each once, with the classes that it is about. */
final class Complaints {
    private static final int CLASSES_NAMED = 3;

    private final SortedMap<String, SortedSet<String>> refusals = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> warnings = new TreeMap<>();

    void refuse(String sentence) {
        refusals.computeIfAbsent(sentence, any -> new TreeSet<>());
    }

    void refuse(String sentence, ClassFile in) {
        refusals.computeIfAbsent(sentence, any -> new TreeSet<>()).add(in.javaName());
    }

    void warn(String sentence, ClassFile in) {
        warnings.computeIfAbsent(sentence, any -> new TreeSet<>()).add(in.javaName());
    }

    ByteCodeReport report(Set<PluginPermission> unused) {
        return new ByteCodeReport(
                sentences(refusals),
                Stream.concat(
                                sentences(warnings).stream(),
                                unused.stream()
                                        .map(one -> "It requests the permission (%s) and does not use it."
                                                .formatted(one.word())))
                        .toList());
    }

    private static List<String> sentences(SortedMap<String, SortedSet<String>> complaints) {
        var sentences = new ArrayList<String>();
        complaints.forEach((sentence, classes) -> sentences.add(
                classes.isEmpty()
                        ? sentence
                        : sentence + " In: "
                                + String.join(
                                        ", ",
                                        classes.stream().limit(CLASSES_NAMED).toList())
                                + (classes.size() > CLASSES_NAMED
                                        ? " and %d more.".formatted(classes.size() - CLASSES_NAMED)
                                        : ".")));
        return sentences;
    }
}
