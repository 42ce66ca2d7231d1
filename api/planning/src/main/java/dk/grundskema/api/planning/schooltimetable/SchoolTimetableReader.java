package dk.grundskema.api.planning.schooltimetable;

import dk.grundskema.api.imports.FoldedFindings;
import dk.grundskema.api.imports.ImportRequest;
import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.ImportResult;
import dk.grundskema.api.imports.assembly.StudentIdScheme;
import dk.grundskema.api.imports.assembly.StudentKey;
import dk.grundskema.api.imports.calendar.SchoolYear;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.problem.Problem;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the files of a school's new timetable and merges them into the problem of a plan in use. */
public final class SchoolTimetableReader {
    private final PlanningFacade planning;

    /** @param planning planning operations */
    public SchoolTimetableReader(PlanningFacade planning) {
        this.planning = planning;
    }

    /**
     * Files of a new timetable.
     *
     * @param files   the files, at least one
     * @param bells   file with the times of numbered lessons; {@code null} means none
     * @param mapping the mapping file; {@code null} means none
     */
    public record TimetableFiles(
            List<NamedFile> files,
            @Nullable NamedFile bells,
            @Nullable NamedFile mapping) {
        /** Copies the list. */
        public TimetableFiles {
            files = List.copyOf(files);
        }
    }

    /**
     * A new timetable that was read.
     *
     * @param problem  the merged problem; {@code null} if there is an error
     * @param findings findings with their files, those of one kind folded; the name of the file is empty for findings about the plan
     */
    public record ReadSchoolTimetable(@Nullable Problem problem, List<FileFinding> findings) {
        /** Copies the list. */
        public ReadSchoolTimetable {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Reads and merges files.
     *
     * @param present problem of the plan in use
     * @param from    from then on the new timetable counts, in local time of the plan's zone
     */
    public ReadSchoolTimetable read(Problem present, TimetableFiles files, LocalDateTime from) {
        ImportResult imported = planning.importFiles(new ImportRequest(
                files.files(),
                files.bells(),
                files.mapping(),
                SchoolYear.of(from.toLocalDate()).toString(),
                null,
                null,
                present.language(),
                "",
                new StudentIdScheme(StudentKey::random, present)));
        var findings = new ArrayList<FileFinding>();
        List<FileFinding> important = imported.findings().stream()
                .filter(one -> one.finding().severity() != Severity.INFO)
                .toList();
        for (FoldedFindings folded : FoldedFindings.fold(important)) {
            findings.addAll(folded.examples());
            if (folded.more() > 0) {
                findings.add(new FileFinding(
                        folded.first().file(), Finding.info("school-timetable.more-findings", "", folded.more())));
            }
        }
        if (imported.hasErrors() || imported.problem() == null) {
            return new ReadSchoolTimetable(null, findings);
        }
        MergedSchoolTimetable merged = SchoolTimetableMerger.merge(present, imported.problem(), from);
        merged.findings().forEach(one -> findings.add(new FileFinding("", one)));
        boolean isPossible = merged.findings().stream().noneMatch(Finding::isError);
        return new ReadSchoolTimetable(isPossible ? merged.problem() : null, findings);
    }
}
