package dk.grundskema.api.service.importing;

import dk.grundskema.api.imports.CampTemplate;
import dk.grundskema.api.imports.calendar.SchoolYear;
import dk.grundskema.api.imports.table.template.TemplateWorkbook;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.traffic.LimitSettings;
import dk.grundskema.api.service.importing.NewPlanPage.EarlierCamp;
import dk.grundskema.api.service.importing.NewPlanPage.NewPlanEntries;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/** The page on which a plan is created from files. Files and values are stored only when the plan is created. */
@PageController
@Hidden // not part of the public API
final class NewPlanPageController {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final String CAMP = "camp";
    private static final String SCHOOL = "school";
    private static final String MAKE = "make";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final OrganisationRepository organisations;
    private final SchoolFileImporter imports;
    private final EarlierCampReader earlierCamps;
    private final ImportAnswerRepository answerRepository;
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;
    private final PluginPlanningFacade planning;
    private final InstantSource clock;
    private final int megabytes;
    private final LocalizedTemplates templates;

    NewPlanPageController(
            OrganisationRepository organisations,
            SchoolFileImporter imports,
            EarlierCampReader earlierCamps,
            ImportAnswerRepository answerRepository,
            NameResolverFactory nameResolverFactory,
            RequestTexts requestTexts,
            PluginPlanningFacade planning,
            InstantSource clock,
            PageRenderer pageRenderer,
            LimitSettings limits) {
        this.organisations = organisations;
        this.imports = imports;
        this.earlierCamps = earlierCamps;
        this.answerRepository = answerRepository;
        this.nameResolverFactory = nameResolverFactory;
        this.requestTexts = requestTexts;
        this.planning = planning;
        this.clock = clock;
        this.megabytes = limits.uploadMegabytes();
        this.templates = pageRenderer.templates(NewPlanPage.class, "new-plan");
    }

    /**
     * @param kind {@code camp} or {@code school}
     * @param like id of the plan whose camp is chosen as the template at first; empty means none
     */
    @GetMapping("/organisations/{organisation}/new")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> showNewPlan(
            @PathVariable OrganisationId organisation,
            @RequestParam(defaultValue = CAMP) String kind,
            @RequestParam(defaultValue = "") String like,
            HttpServletRequest request) {
        var nothing = new NewPlanEntries(
                "", "", "", false, like, "", "", currentSchoolYear().toString());
        NewPlanPage page = buildPage(organisation, isCamp(kind), nothing, null);
        return templates.render(request, "new-plan", page.head(), Map.of("page", page));
    }

    /** Returns whether a camp is planned; refuses unknown kinds with 404. */
    private static boolean isCamp(String kind) {
        return switch (kind) {
            case CAMP -> true;
            case SCHOOL -> false;
            default -> throw RefusalException.notFound();
        };
    }

    private SchoolYear currentSchoolYear() {
        return SchoolYear.of(clock.instant().atZone(ZONE).toLocalDate());
    }

    private NewPlanPage buildPage(
            OrganisationId organisation, boolean isCamp, NewPlanEntries entries, @Nullable ImportPreviewPage preview) {
        int now = currentSchoolYear().begins();
        return new NewPlanPage(
                organisation.value(),
                organisations.get(organisation).name(),
                isCamp,
                entries,
                isCamp
                        ? earlierCamps.findPlans(organisation, entries.like()).stream()
                                .map(plan -> new EarlierCamp(plan.id().value(), plan.title()))
                                .toList()
                        : List.of(),
                IntStream.rangeClosed(now - 1, now + 1)
                        .mapToObj(one -> new SchoolYear(one).toString())
                        .toList(),
                megabytes,
                preview);
    }

    /**
     * @param kind   {@code camp} or {@code school}
     * @param files  files of the school
     * @param mended  cells corrected on the page, as JSON
     * @param answers answers to questions about the files, as JSON
     * @param seen    digest of the warnings that were shown, which are accepted
     * @param step    {@code make} creates the plan if possible; anything else only shows the preview
     */
    @PostMapping("/organisations/{organisation}/new")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> makePlan(
            @PathVariable OrganisationId organisation,
            @RequestParam(defaultValue = CAMP) String kind,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            @RequestParam(defaultValue = "false") boolean overnight,
            @RequestParam(defaultValue = "") String like,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String mended,
            @RequestParam(defaultValue = "") String answers,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "look") String step,
            @RequestPart(required = false) @Nullable List<MultipartFile> files,
            Caller caller,
            HttpServletRequest request) {
        var entries = new NewPlanEntries(title, first, last, overnight, like, by, reason, year);
        NewPlanForm form = NewPlanForm.of(isCamp(kind), entries, mended, answers);
        List<MultipartFile> sent = presentFiles(files);
        if (sent.isEmpty()) {
            return respond(organisation, form, previewWithoutFiles(form), request);
        }
        List<ImportAnswer> remembered = answerRepository.find(organisation);
        SchoolFileImporter.ImportPreview imported = imports.preview(
                organisation,
                form.toImportRequest(
                        sent,
                        remembered,
                        language(),
                        requestTexts.texts(),
                        currentSchoolYear(),
                        template(organisation, form)));
        ImportPreviewPage preview = new ImportPreviewPageBuilder(
                        form,
                        imported,
                        imported.used(form.answers().addedTo(remembered)),
                        texts(imported, caller, organisation))
                .build();
        boolean isAccepted = preview.state() == ImportPreviewPage.PreviewState.FINE
                || (preview.state() == ImportPreviewPage.PreviewState.DOUBTFUL
                        && preview.warningDigest().equals(seen));
        if (step.equals(MAKE) && isAccepted) {
            Plan plan = imports.createPlan(organisation, imported.imported(), true, sent.size(), caller);
            answerRepository.change(organisation, form.answers());
            return respondCreated("/plans/" + plan.id().value(), request);
        }
        return respond(organisation, form, preview, request);
    }

    private @Nullable CampTemplate template(OrganisationId organisation, NewPlanForm form) {
        return form.camp() == null || form.entries().like().isEmpty()
                ? null
                : earlierCamps.read(organisation, new PlanId(form.entries().like()));
    }

    /** Removes empty file fields, which browsers send as a file without a name. */
    private static List<MultipartFile> presentFiles(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(one -> one.getSize() > 0
                                || !String.valueOf(one.getOriginalFilename()).isEmpty())
                        .toList();
    }

    private ImportPreviewPage previewWithoutFiles(NewPlanForm form) {
        var notes = new ArrayList<ImportPreviewPage.PreviewNote>();
        notes.add(note(Finding.error("pages.no-files", "files")));
        form.wrong().forEach(one -> notes.add(note(one)));
        return ImportPreviewPage.of(List.of(), notes, ImportPreviewPage.PreviewQuestions.none(), "", List.of());
    }

    private ImportPreviewPage.PreviewNote note(Finding finding) {
        return new ImportPreviewPage.PreviewNote(
                ImportPreviewPage.NoteGrade.WRONG,
                requestTexts.texts().sentenceOf(finding),
                "",
                finding.pointer(),
                finding.pointer(),
                1);
    }

    private Texts texts(SchoolFileImporter.ImportPreview preview, Caller caller, OrganisationId organisation) {
        Problem named = preview.imported().problem();
        var students = NameResolverFactory.studentNaming(caller, organisation);
        return requestTexts
                .texts()
                .withNames(named == null ? students : nameResolverFactory.bareNames(named, students));
    }

    private Language language() {
        for (Language language : Language.values()) {
            if (language.locale().getLanguage().equals(requestTexts.language().getLanguage())) {
                return language;
            }
        }
        return Language.DA;
    }

    private static boolean isScriptRequest(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    private ResponseEntity<byte[]> respond(
            OrganisationId organisation, NewPlanForm form, ImportPreviewPage preview, HttpServletRequest request) {
        NewPlanPage page = buildPage(organisation, form.isCamp(), form.entries(), preview);
        HttpStatus status = preview.state() == ImportPreviewPage.PreviewState.WRONG
                ? HttpStatus.UNPROCESSABLE_CONTENT
                : HttpStatus.OK;
        return isScriptRequest(request)
                ? templates.renderPart(status, request, "looked", Map.of("page", page))
                : templates.render(status, request, "new-plan", page.head(), Map.of("page", page));
    }

    private static ResponseEntity<byte[]> respondCreated(String path, HttpServletRequest request) {
        return isScriptRequest(request)
                ? ResponseEntity.ok().header("HX-Redirect", path).build()
                : PageRenderer.redirectTo(path);
    }

    /**
     * Returns the template workbook for schools without lists of their own.
     *
     * @param kind {@code camp} omits sheets that only schools need; {@code school} omits nothing
     */
    @GetMapping("/organisations/{organisation}/template")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> showTemplate(
            @PathVariable OrganisationId organisation, @RequestParam(defaultValue = SCHOOL) String kind) {
        organisations.get(organisation);
        byte[] workbook = template(isCamp(kind)).toBytes();
        String name = requestTexts.texts().text("pages.template-name") + ".xlsx";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CONTENT_TYPE, EXCEL)
                .body(workbook);
    }

    private TemplateWorkbook template(boolean isForCamp) {
        return isForCamp
                ? TemplateWorkbook.ofCamp(
                        planning.inputLists().stream()
                                .filter(list -> list.type().equals(CAMP))
                                .toList(),
                        requestTexts.language())
                : new TemplateWorkbook(planning.inputLists(), requestTexts.language());
    }
}
