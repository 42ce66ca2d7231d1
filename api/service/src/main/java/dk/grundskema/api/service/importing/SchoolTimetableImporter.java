package dk.grundskema.api.service.importing;

import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader.ReadSchoolTimetable;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader.TimetableFiles;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.service.importing.ImportPreviewPage.PreviewQuestions;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reads the files of a school's new timetable for a plan in use, with what the school answered about its files. Files are deleted when they are read. */
@Component
public class SchoolTimetableImporter {
    private final PluginPlanningFacade planning;
    private final ImportAnswerRepository answerRepository;
    private final Path temporary;

    SchoolTimetableImporter(
            PluginPlanningFacade planning, ImportAnswerRepository answerRepository, ServletContext servlet) {
        this.planning = planning;
        this.answerRepository = answerRepository;
        this.temporary = ((File) servlet.getAttribute(ServletContext.TEMPDIR)).toPath();
    }

    /**
     * An upload.
     *
     * @param files   files of the new timetable, at least one
     * @param bells   file with the times of numbered lessons; {@code null} means none
     * @param mapping mapping file; {@code null} means that the answers are the mapping
     */
    public record TimetableUpload(
            List<MultipartFile> files,
            @Nullable MultipartFile bells,
            @Nullable MultipartFile mapping) {
        /** Copies the list. */
        public TimetableUpload {
            files = List.copyOf(files);
        }
    }

    /**
     * Reads an upload.
     *
     * @param answers answers that are the mapping if there is no mapping file
     * @param given   answers to questions about these files; the others give way to them
     * @param present problem of the plan in use
     * @param from    from then on the new timetable counts, in local time of the plan's zone
     * @throws dk.grundskema.api.platform.http.RefusalException 400 without a file, 413 with too many
     */
    public ReadSchoolTimetable read(
            TimetableUpload sent,
            List<ImportAnswer> answers,
            ImportAnswers given,
            Problem present,
            LocalDateTime from) {
        try (var files = new UploadedFiles(temporary)) {
            List<NamedFile> named = files.saveAll(sent.files());
            NamedFile mapping = sent.mapping() == null
                    ? files.saveText("mapping.json", answers.isEmpty() ? null : ImportAnswer.toMapping(answers))
                    : files.saveIfPresent(sent.mapping());
            return new SchoolTimetableReader(planning)
                    .read(
                            present,
                            new TimetableFiles(
                                    named,
                                    files.saveIfPresent(sent.bells()),
                                    mapping,
                                    sent.mapping() == null,
                                    remembered(answers, given)),
                            from);
        }
    }

    private static Set<String> remembered(List<ImportAnswer> answers, ImportAnswers given) {
        return answers.stream()
                .filter(one -> !given.isAbout(one))
                .map(ImportAnswer::pointer)
                .collect(Collectors.toSet());
    }

    /** Returns the answers that hold: those of the organisation, as far as the given ones do not replace or forget them, and the given ones. */
    public List<ImportAnswer> findAnswers(OrganisationId organisation, ImportAnswers given) {
        return given.addedTo(answerRepository.find(organisation));
    }

    /** Remembers answers for the organisation. */
    public void remember(OrganisationId organisation, ImportAnswers given) {
        answerRepository.change(organisation, given);
    }

    /** Returns the questions of an upload that was read, in the words of texts, and the answers that the files use: those about names, subjects and lessons. */
    public static PreviewQuestions questions(ReadSchoolTimetable read, List<ImportAnswer> answers, Texts texts) {
        List<ImportAnswer> used = answers.stream()
                .filter(one -> one.kind() != ImportQuestion.Kind.ROOM_KIND
                        && one.kind() != ImportQuestion.Kind.ROOM_USE
                        && read.used().contains(one.key()))
                .toList();
        return new ImportQuestionFormatter(texts).format(read.questions(), used, false);
    }
}
