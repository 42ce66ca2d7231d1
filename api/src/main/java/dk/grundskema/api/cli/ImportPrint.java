package dk.grundskema.api.cli;

import dk.grundskema.api.imports.assembly.Understood;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.finding.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says what was found in files and what was understood of them.
 *
 * @param screen where
 * @param texts  in which words
 * @param all    whether everything is said, however much alike it is
 */
record ImportPrint(Screen screen, Texts texts, boolean all) {
    /** So many alike are said; the rest are counted. */
    private static final int ALIKE = 20;

    /** Says why nothing was written. */
    void refused(List<Placed> findings, Understood understood) {
        var side = screen.ofErrors();
        tell(side, findings);
        understood(side, understood);
        long errors = count(findings, Severity.ERROR);
        long warnings = count(findings, Severity.WARNING);
        side.say(
                errors > 0
                        ? texts.text("imported.errors", errors, warnings)
                        : texts.text("imported.warnings", warnings));
    }

    /** Says what was written. */
    void written(List<Placed> findings, Understood understood, Path file) {
        tell(screen, findings);
        understood(screen, understood);
        screen.say(texts.text("imported.written", file));
    }

    private static long count(List<Placed> findings, Severity severity) {
        return findings.stream()
                .filter(each -> each.finding().severity() == severity)
                .count();
    }

    private void tell(Screen side, List<Placed> findings) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        var told = new ArrayList<Placed>();
        findings.stream()
                .sorted(Comparator.comparingInt(
                        (Placed each) -> each.finding().severity().ordinal()))
                .forEach(each -> {
                    if (seen.merge(each.finding().code(), 1, Integer::sum) <= ALIKE || all) {
                        told.add(each);
                    }
                });
        new Paragraphs(side, texts).tell(told);
        if (!all) {
            seen.forEach((code, number) -> {
                if (number > ALIKE) {
                    side.say(texts.text("imported.more", number - ALIKE, code));
                    side.gap();
                }
            });
        }
    }

    private void understood(Screen side, Understood what) {
        side.say(texts.text("imported.understood", what.classes(), what.lessons(), what.staff()) + rest(what));
    }

    private String rest(Understood what) {
        var parts = new ArrayList<String>();
        add(parts, "imported.courses", what.courses());
        add(parts, "imported.students", what.students());
        add(parts, "imported.rooms", what.rooms());
        add(parts, "imported.interventions", what.interventions());
        var gaps = new ArrayList<String>();
        add(gaps, "imported.without-room", what.withoutRoom());
        add(gaps, "imported.without-staff", what.withoutStaff());
        String more = parts.isEmpty() ? "" : ", " + String.join(", ", parts);
        return more + (gaps.isEmpty() ? "." : "; " + String.join(", ", gaps) + ".");
    }

    private void add(List<String> parts, String key, int number) {
        if (number > 0) {
            parts.add(texts.text(key, number));
        }
    }
}
