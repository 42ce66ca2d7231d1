package dk.grundskema.api.service.importing;

import dk.grundskema.api.imports.CampDays;
import dk.grundskema.api.imports.CampTemplate;
import dk.grundskema.api.imports.ImportRequest;
import dk.grundskema.api.imports.ImportResult;
import dk.grundskema.api.imports.assembly.StudentIdScheme;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.table.TablePreview;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionContent;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.problem.Problem;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Reads school files and creates plans from them. Files are stored in a temporary folder only while they are read. Student ids are derived with
 * the organisation's secret key, so that importing the same list again gives the same ids.
 */
@Component
public class SchoolFileImporter {
    /** File name used in findings about the whole problem. */
    public static final String WHOLE = "problem.json";

    private final PlanStore plans;
    private final DocumentStore documents;
    private final PluginPlanningFacade planning;
    private final StudentKeyRepository studentKeyRepository;
    private final Path temporary;

    SchoolFileImporter(
            PlanStore plans,
            DocumentStore documents,
            PluginPlanningFacade planning,
            StudentKeyRepository studentKeyRepository,
            ServletContext servlet) {
        this.studentKeyRepository = studentKeyRepository;
        this.plans = plans;
        this.documents = documents;
        this.planning = planning;
        this.temporary = ((File) servlet.getAttribute(ServletContext.TEMPDIR)).toPath();
    }

    /**
     * An upload.
     *
     * @param files      files of the school, at least one
     * @param bells      file with the times of lessons; {@code null} means none
     * @param mapping    mapping file; {@code null} means that the answers are the mapping
     * @param answers    answers to questions of an import; not used beside a mapping file
     * @param schoolYear such as 2026/27; {@code null} means that a file contains it
     * @param weeks      first and last week to plan; {@code null} means the school year
     * @param title      title of the plan; {@code null} means school and year
     * @param language   language of texts that become part of the problem
     * @param mended     corrected contents of cells; empty if there are none
     * @param camp       the camp to plan; {@code null} if the files are a school's
     * @param template   what the camp takes over from an earlier one; {@code null} means nothing
     */
    public record ImportUpload(
            List<MultipartFile> files,
            @Nullable MultipartFile bells,
            @Nullable MultipartFile mapping,
            List<ImportAnswer> answers,
            @Nullable String schoolYear,
            @Nullable String weeks,
            @Nullable String title,
            Language language,
            Map<SourceLocation, String> mended,
            @Nullable CampDays camp,
            @Nullable CampTemplate template) {
        /** Copies lists and map. */
        public ImportUpload {
            files = List.copyOf(files);
            answers = List.copyOf(answers);
            mended = Map.copyOf(mended);
        }

        private ImportRequest request(UploadedFiles sent, StudentIdScheme ids) {
            return new ImportRequest(
                    sent.saveAll(files),
                    sent.saveIfPresent(bells),
                    mapping == null
                            ? sent.saveText("mapping.json", answers.isEmpty() ? null : ImportAnswer.toMapping(answers))
                            : sent.saveIfPresent(mapping),
                    schoolYear,
                    weeks,
                    title,
                    language,
                    WHOLE,
                    mended,
                    camp,
                    template,
                    ids);
        }
    }

    /**
     * The result of reading files, with their tables.
     *
     * @param imported the result
     * @param tables   tables as read, including corrections
     */
    public record ImportPreview(ImportResult imported, List<TablePreview> tables) {
        /** Copies the list. */
        public ImportPreview {
            tables = List.copyOf(tables);
        }

        /** Returns all questions: about columns, then about what is in them. */
        List<ImportQuestion> questions() {
            return Stream.concat(
                            tables.stream().flatMap(table -> table.questions().stream()), imported.questions().stream())
                    .toList();
        }

        /** Returns those of some answers that say something about these files. */
        List<ImportAnswer> used(List<ImportAnswer> answers) {
            Set<ImportQuestion.Key> used = Stream.concat(
                            tables.stream().flatMap(table -> table.used().stream()), imported.used().stream())
                    .collect(Collectors.toSet());
            return answers.stream().filter(one -> used.contains(one.key())).toList();
        }
    }

    /**
     * Reads files without changing a plan.
     *
     * @param present problem to be replaced, whose students keep their ids; {@code null} means none
     */
    ImportResult read(OrganisationId organisation, ImportUpload sent, @Nullable Problem present) {
        try (var files = new UploadedFiles(temporary)) {
            return planning.importFiles(sent.request(files, studentIds(organisation, present)));
        }
    }

    private StudentIdScheme studentIds(OrganisationId organisation, @Nullable Problem present) {
        return new StudentIdScheme(() -> studentKeyRepository.findOrCreate(organisation), present);
    }

    /** Reads files and their tables for a preview. */
    public ImportPreview preview(OrganisationId organisation, ImportUpload sent) {
        try (var files = new UploadedFiles(temporary)) {
            ImportRequest request = sent.request(files, studentIds(organisation, null));
            return new ImportPreview(planning.importFiles(request), planning.readTables(request));
        }
    }

    /**
     * Creates a plan from imported files.
     *
     * @param acceptWarnings whether to create it despite warnings
     * @param files          number of files
     * @throws RefusalException 422 with all findings, if there is an error, or a warning and warnings are not accepted
     */
    public Plan createPlan(
            OrganisationId organisation, ImportResult imported, boolean acceptWarnings, int files, Caller caller) {
        StoredDocument.StoredProblem problem =
                storeProblem(imported, acceptWarnings, NameResolverFactory.studentNaming(caller, organisation));
        var first = new RevisionContent("revision.imported", List.of(String.valueOf(files)), problem, null);
        return plans.create(organisation, problem.value().title(), first, null, caller.account());
    }

    /** Stores the problem; refuses with all findings if there are errors or unaccepted warnings. */
    StoredDocument.StoredProblem storeProblem(
            ImportResult imported, boolean acceptWarnings, PlanNameResolver.StudentNaming students) {
        String json = problemText(imported, students);
        if (!acceptWarnings) {
            FileFindingRefusal.throwIfWarned(imported.findings(), students::apply);
        }
        Problem accepted = imported.problem();
        return documents.storeProblem(json, accepted == null ? List.of() : accepted.staff());
    }

    /** Returns the text of the problem; refuses with all findings, each with file and place, if there is none. */
    static String problemText(ImportResult imported, PlanNameResolver.StudentNaming students) {
        String json = imported.json();
        if (json == null) {
            throw FileFindingRefusal.of(imported.findings(), students::apply);
        }
        return json;
    }
}
