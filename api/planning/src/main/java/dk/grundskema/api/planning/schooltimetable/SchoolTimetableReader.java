package dk.grundskema.api.planning.schooltimetable;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.imports.FoldedFindings;
import dk.grundskema.api.imports.ImportRequest;
import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.ImportResult;
import dk.grundskema.api.imports.assembly.StudentIdScheme;
import dk.grundskema.api.imports.assembly.StudentKey;
import dk.grundskema.api.imports.calendar.SchoolYear;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader.TimetableStart.ImpossibleStart;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader.TimetableStart.PossibleStart;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.solver.change.ChangeValidator;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
     * @param isOfSchool whether the mapping holds all answers of the school, also about other files and plans; those that do not fit are left out
     * @param remembered JSON pointers of answers in the mapping that the school gave about earlier files; they give way to other answers that they
     *     contradict
     */
    public record TimetableFiles(
            List<NamedFile> files,
            @Nullable NamedFile bells,
            @Nullable NamedFile mapping,
            boolean isOfSchool,
            Set<String> remembered) {
        /** Copies the collections. */
        public TimetableFiles {
            files = List.copyOf(files);
            remembered = Set.copyOf(remembered);
        }
    }

    /**
     * A new timetable that was read.
     *
     * @param problem  the merged problem; {@code null} if there is an error
     * @param findings  findings with their files, those of one kind folded; the name of the file is empty for findings about the plan
     * @param questions what the files leave open about names and subjects, and what only they have; an answer is an entry of the mapping
     * @param used      what the mapping's entries are about that the files name
     */
    public record ReadSchoolTimetable(
            @Nullable Problem problem,
            List<FileFinding> findings,
            List<ImportQuestion> questions,
            Set<ImportQuestion.Key> used) {
        /** Copies the collections. */
        public ReadSchoolTimetable {
            used = Set.copyOf(used);
            findings = List.copyOf(findings);
            questions = List.copyOf(questions);
        }

        /** Returns a warning for each question about the plan, which says what to write in the mapping file. */
        public List<Finding> unansweredFindings() {
            return questions.stream()
                    .filter(ImportQuestion::isAboutPlan)
                    .map(ReadSchoolTimetable::unansweredFinding)
                    .toList();
        }

        private static Finding unansweredFinding(ImportQuestion question) {
            String first = question.likely() == null ? question.meanings().get(1) : question.likely();
            return Finding.warning(
                    code(question),
                    "",
                    question.word(),
                    first,
                    question.meanings().stream()
                            .skip(1)
                            .map(ReadSchoolTimetable::inJson)
                            .collect(Collectors.joining(", ")),
                    inJson(question.word()) + ": " + inJson(first));
        }

        private static String inJson(String text) {
            return JsonFormatter.format(new Json.JsonString(text)).strip();
        }

        private static String code(ImportQuestion question) {
            String which = question.likely() == null ? "unmatched" : "similar";
            return "school-timetable." + which + "-"
                    + switch (question.kind()) {
                        case PLAN_STAFF -> "staff";
                        case PLAN_CLASS -> "group";
                        case PLAN_ROOM -> "room";
                        case PLAN_SUBJECT -> "subject";
                        default -> "lesson";
                    };
        }
    }

    /** From when on a new timetable counts, or what speaks against it. */
    public sealed interface TimetableStart {
        /**
         * The new timetable can count from a moment on.
         *
         * @param from the moment of the change on its day, otherwise the beginning of the day
         */
        record PossibleStart(LocalDateTime from) implements TimetableStart {}

        /**
         * It cannot.
         *
         * @param finding   what speaks against it, with an empty pointer
         * @param isOfFirstDay whether that is about the first day of the new timetable, not about the moment of the change
         */
        record ImpossibleStart(Finding finding, boolean isOfFirstDay) implements TimetableStart {}
    }

    /**
     * Returns from when on a new timetable counts.
     *
     * @param horizon weeks of the plan in use
     * @param now     moment of the change
     * @param day     first day of the new timetable; {@code null} means that it counts from the moment on
     */
    public static TimetableStart start(Horizon horizon, LocalDateTime now, @Nullable LocalDate day) {
        List<Finding> moment = ChangeValidator.momentFindings(horizon, now.toLocalDate());
        if (!moment.isEmpty()) {
            return new ImpossibleStart(moment.getFirst(), false);
        }
        if (day == null || day.isEqual(now.toLocalDate())) {
            return new PossibleStart(now);
        }
        if (day.isBefore(now.toLocalDate())) {
            return new ImpossibleStart(Finding.error("school-timetable.starts-in-the-past", "", day, now), true);
        }
        return horizon.contains(day)
                ? new PossibleStart(day.atStartOfDay())
                : new ImpossibleStart(
                        Finding.error("school-timetable.starts-after-plan", "", day, horizon.lastDay()), true);
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
        addFolded(findings, important);
        if (imported.hasErrors() || imported.problem() == null) {
            return new ReadSchoolTimetable(null, findings, questions(imported, List.of()), imported.used());
        }
        MergedSchoolTimetable merged = SchoolTimetableMerger.merge(
                present, imported.problem(), imported.ownNames(), imported.inPlan(), files.remembered(), from);
        Map<Boolean, List<FileFinding>> byNeed = merged.findings().stream()
                .map(one -> new FileFinding("", one))
                .collect(Collectors.partitioningBy(one -> one.finding().severity() == Severity.INFO));
        findings.addAll(byNeed.getOrDefault(false, List.of())); // each has to be settled in the mapping
        addFolded(findings, byNeed.getOrDefault(true, List.of()));
        Stream.concat(merged.wrong().stream(), files.isOfSchool() ? Stream.of() : merged.unknown().stream())
                .map(one -> new FileFinding(files.isOfSchool() ? "" : mappingName(files), one))
                .forEach(findings::add);
        boolean isPossible = findings.stream().noneMatch(one -> one.finding().isError());
        return new ReadSchoolTimetable(
                isPossible ? merged.problem() : null,
                findings,
                questions(imported, merged.questions()),
                Stream.concat(imported.used().stream(), merged.used().stream()).collect(Collectors.toSet()));
    }

    private static String mappingName(TimetableFiles files) {
        return files.mapping() == null ? "" : files.mapping().name();
    }

    /** Adds findings; of many of a kind a few, and how many more there are. */
    private static void addFolded(List<FileFinding> findings, List<FileFinding> added) {
        for (FoldedFindings folded : FoldedFindings.fold(added)) {
            findings.addAll(folded.examples());
            if (folded.more() > 0) {
                findings.add(new FileFinding(
                        folded.first().file(), Finding.info("school-timetable.more-findings", "", folded.more())));
            }
        }
    }

    /** Returns questions about names and subjects. Kinds of rooms are assumed: they matter only for new rooms. */
    private static List<ImportQuestion> questions(ImportResult imported, List<ImportQuestion> ofPlan) {
        return Stream.concat(
                        imported.questions().stream()
                                .filter(one -> one.kind() != ImportQuestion.Kind.ROOM_KIND
                                        && one.kind() != ImportQuestion.Kind.ROOM_USE
                                        && one.kind() != ImportQuestion.Kind.HEADING),
                        ofPlan.stream())
                .toList();
    }
}
