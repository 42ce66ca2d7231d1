package dk.grundskema.api.service.importing;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.imports.CampTemplate;
import dk.grundskema.api.imports.ImportResult;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.api.service.importing.ImportViews.ImportView;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.PlanViewFactory;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionContent;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** REST operations to import school files as problems and plans. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Imports")
final class ImportController {
    private final PlanStore plans;
    private final DocumentStore documents;
    private final SchoolFileImporter imports;
    private final EarlierCampReader earlierCamps;
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;
    private final PlanViewFactory planViewFactory;

    ImportController(
            PlanStore plans,
            DocumentStore documents,
            SchoolFileImporter imports,
            EarlierCampReader earlierCamps,
            NameResolverFactory nameResolverFactory,
            RequestTexts requestTexts,
            PlanViewFactory planViewFactory) {
        this.plans = plans;
        this.documents = documents;
        this.imports = imports;
        this.earlierCamps = earlierCamps;
        this.nameResolverFactory = nameResolverFactory;
        this.requestTexts = requestTexts;
        this.planViewFactory = planViewFactory;
    }

    /**
     * With an error in the files there is no problem, and everything that was found is in the refusal (422). Warnings keep nothing from being
     * looked at; a plan is made of it if they are accepted.
     *
     * @param files          what the school has: lists as xlsx or csv, or files of FET, aSc, Untis or calendars; several at once
     * @param bells          a file that says when lessons of a number are, if the files don't
     * @param mapping        a mapping file, of the schema import-mapping
     * @param schoolYear     such as 2026/27; absent means that a file says it
     * @param weeks          first and last week to plan, such as 33-51; absent means the school year
     * @param title          what the plan is called; absent means what the school and year are called
     * @param language       da or en: language of texts that become part of the problem; absent means that of the answer
     * @param like           id of a plan of the organisation with a camp: a camp in the files takes over its base timetable, unless they have one, and its rules
     * @param acceptWarnings whether the problem is to be kept though something was found that somebody should look at
     * @param createPlan     whether a plan is to be made; otherwise nothing is kept
     */
    @PostMapping("/organisations/{organisation}/imports")
    @RequiresPermission(Permission.PLAN)
    @Operation(
            operationId = "importFiles",
            summary = "Says what is understood of a school's files, and makes a problem or a plan of them.")
    ResponseEntity<ImportView> importFiles(
            @PathVariable OrganisationId organisation,
            @RequestPart(required = false) @Nullable List<MultipartFile> files,
            @RequestPart(required = false) @Nullable MultipartFile bells,
            @RequestPart(required = false) @Nullable MultipartFile mapping,
            @RequestParam(required = false) @Nullable String schoolYear,
            @RequestParam(required = false) @Nullable String weeks,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable PlanId like,
            @RequestParam(defaultValue = "false") boolean acceptWarnings,
            @RequestParam(defaultValue = "false") boolean createPlan,
            Caller caller) {
        var students = NameResolverFactory.studentNaming(caller, organisation);
        CampTemplate template = like == null ? null : earlierCamps.read(organisation, like);
        ImportResult imported = imports.read(
                organisation, upload(files, bells, mapping, schoolYear, weeks, title, language, template), null);
        if (!createPlan) {
            return ResponseEntity.ok(view(imported, students, problem(imported, students), null));
        }
        Plan plan = imports.createPlan(organisation, imported, acceptWarnings, count(files), caller);
        return ResponseEntity.created(URI.create("/api/v1/plans/" + plan.id()))
                .eTag(VersionTag.tag(plan.version()))
                .body(view(imported, students, null, plan));
    }

    /**
     * @param files          what the school has: lists as xlsx or csv, or files of FET, aSc, Untis or calendars; several at once
     * @param bells          a file that says when lessons of a number are, if the files don't
     * @param mapping        a mapping file, of the schema import-mapping
     * @param schoolYear     such as 2026/27; absent means that a file says it
     * @param weeks          first and last week to plan, such as 33-51; absent means the school year
     * @param title          what the plan is called; absent means what the school and year are called
     * @param language       da or en: language of texts that become part of the problem; absent means that of the answer
     * @param acceptWarnings whether the problem is to be kept though something was found that somebody should look at
     */
    @PostMapping("/plans/{plan}/imports")
    @RequiresPermission(Permission.PLAN)
    @Operation(
            operationId = "importFilesIntoPlan",
            summary = "Puts what is understood of a school's files in the place of a plan's problem.")
    ResponseEntity<ImportView> importIntoPlan(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestPart(required = false) @Nullable List<MultipartFile> files,
            @RequestPart(required = false) @Nullable MultipartFile bells,
            @RequestPart(required = false) @Nullable MultipartFile mapping,
            @RequestParam(required = false) @Nullable String schoolYear,
            @RequestParam(required = false) @Nullable String weeks,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "false") boolean acceptWarnings,
            Caller caller) {
        long version = VersionTag.parseIfMatch(ifMatch);
        Revision now = plans.getChangeableHead(plan, version);
        OrganisationId organisation = plans.get(plan).organisation();
        var students = NameResolverFactory.studentNaming(caller, organisation);
        ImportResult imported = imports.read(
                organisation,
                upload(files, bells, mapping, schoolYear, weeks, title, language, null),
                documents.problem(now.problem()).value());
        StoredDocument.StoredProblem problem = imports.storeProblem(imported, acceptWarnings, students);
        var change = new RevisionContent(
                "revision.imported", List.of(String.valueOf(count(files))), problem, documents.timetableOf(now));
        Plan changedPlan = plans.change(plan, version, change, caller.account());
        return VersionTag.okWithTag(changedPlan.version(), view(imported, students, null, changedPlan));
    }

    private SchoolFileImporter.ImportUpload upload(
            @Nullable List<MultipartFile> files,
            @Nullable MultipartFile bells,
            @Nullable MultipartFile mapping,
            @Nullable String schoolYear,
            @Nullable String weeks,
            @Nullable String title,
            @Nullable String language,
            @Nullable CampTemplate template) {
        return new SchoolFileImporter.ImportUpload(
                files == null ? List.of() : files,
                bells,
                mapping,
                List.of(),
                schoolYear,
                weeks,
                title,
                language(language),
                Map.of(),
                null,
                template);
    }

    private static int count(@Nullable List<MultipartFile> files) {
        return files == null ? 0 : files.size();
    }

    private Language language(@Nullable String asked) {
        String wanted = asked == null ? requestTexts.language().getLanguage() : asked.toLowerCase(Locale.ROOT);
        for (Language language : Language.values()) {
            if (language.locale().getLanguage().equals(wanted)) {
                return language;
            }
        }
        throw RefusalException.of(HttpStatus.BAD_REQUEST, "import.bad-language", wanted);
    }

    private static Json problem(ImportResult imported, PlanNameResolver.StudentNaming students) {
        if (JsonTreeParser.parse(SchoolFileImporter.problemText(imported, students))
                instanceof ReadResult.Success<Json> good) {
            return good.value();
        }
        throw new IllegalStateException("The imported problem is not valid JSON.");
    }

    private ImportView view(
            ImportResult imported,
            PlanNameResolver.StudentNaming students,
            @Nullable Json problem,
            @Nullable Plan plan) {
        Problem named = imported.problem();
        Texts texts = requestTexts
                .texts()
                .withNames(named == null ? students : nameResolverFactory.bareNames(named, students));
        return new ImportView(
                imported.understood(),
                FileFindingView.of(imported.findings(), texts),
                problem,
                plan == null ? null : planViewFactory.view(plan));
    }
}
