package dk.grundskema.api.service.importing;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Refuses files because of what was found in them. */
public final class FileFindingRefusal {
    private FileFindingRefusal() {}

    /**
     * Returns a 422 refusal with all findings, the most severe first, each with file and place.
     *
     * @param names replaces ids and names in arguments by what the caller may see
     */
    public static RefusalException of(List<FileFinding> findings, UnaryOperator<Object> names) {
        return RefusalException.unusable(located(findings, names));
    }

    /**
     * Refuses warnings that the caller has not accepted.
     *
     * @param names replaces ids and names in arguments by what the caller may see
     * @throws RefusalException 422 with all findings, if there is a warning
     */
    public static void throwIfWarned(List<FileFinding> findings, UnaryOperator<Object> names) {
        long warnings = findings.stream()
                .filter(one -> one.finding().severity() == Severity.WARNING)
                .count();
        if (warnings > 0) {
            var all = new ArrayList<Finding>();
            all.add(Finding.error("import.accept-warnings", "", warnings));
            all.addAll(located(findings, names));
            throw RefusalException.unusable(all);
        }
    }

    private static List<Finding> located(List<FileFinding> findings, UnaryOperator<Object> names) {
        return findings.stream()
                .sorted(Comparator.comparing(one -> one.finding().severity()))
                .map(one -> new Finding(
                        one.finding().code(),
                        one.finding().severity(),
                        one.finding().pointer().isEmpty()
                                ? one.file()
                                : one.file() + ": " + one.finding().pointer(),
                        one.finding().arguments().stream()
                                .map(argument -> named(argument, names))
                                .toList()))
                .toList();
    }

    private static Object named(Object argument, UnaryOperator<Object> names) {
        return argument instanceof List<?> list
                ? list.stream().map(each -> named(each, names)).toList()
                : names.apply(argument);
    }
}
