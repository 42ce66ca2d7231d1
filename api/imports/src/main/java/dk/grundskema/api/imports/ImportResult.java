package dk.grundskema.api.imports;

import dk.grundskema.api.imports.assembly.ImportCounts;
import dk.grundskema.api.imports.mappingfile.PlanEntries;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Result of an import.
 *
 * @param json       the problem's file; {@code null} if there is an error, so nothing may be written
 * @param problem    the problem without interventions, to look up names; {@code null} if it could not be created
 * @param understood numbers of what was imported, also if there are errors
 * @param findings   all findings; warnings need the user's acceptance before the file is written
 * @param questions  what the files leave open, besides columns of tables
 * @param ownNames   names of staff, classes and rooms that the mapping maps to themselves: none of them is a misspelling of another name
 * @param used       what the mapping's entries about names, subjects and kinds of rooms are about that the files name
 * @param inPlan     what the mapping says about a plan in use
 */
public record ImportResult(
        @Nullable String json,
        @Nullable Problem problem,
        ImportCounts understood,
        List<FileFinding> findings,
        List<ImportQuestion> questions,
        Set<String> ownNames,
        Set<ImportQuestion.Key> used,
        PlanEntries inPlan) {
    /** Copies the lists and sets. */
    public ImportResult {
        findings = List.copyOf(findings);
        questions = List.copyOf(questions);
        ownNames = Set.copyOf(ownNames);
        used = Set.copyOf(used);
    }

    /** Whether there are warnings, which need the user's acceptance. */
    public boolean hasWarnings() {
        return findings.stream().anyMatch(each -> each.finding().severity() == Severity.WARNING);
    }

    /** Whether there are errors, which can't be accepted. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(each -> each.finding().isError());
    }
}
