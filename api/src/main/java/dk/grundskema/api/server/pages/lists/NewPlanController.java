package dk.grundskema.api.server.pages.lists;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.imports.calendar.SchoolYear;
import dk.grundskema.api.imports.table.template.TemplateWorkbook;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Organisations;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.pages.Front;
import dk.grundskema.api.server.pages.Spoken;
import dk.grundskema.api.server.plans.Imports;
import dk.grundskema.api.server.plans.Naming;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.web.app.lists.Looked;
import dk.grundskema.api.web.app.lists.NewPlanPage;
import dk.grundskema.api.web.app.lists.NewPlanPage.Typed;
import dk.grundskema.api.web.app.lists.NewPlanPages;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The page on which a plan is made of files. Nothing is kept until the plan is. */
@RestController
@Hidden // no part of what programs are offered
final class NewPlanController {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final String CAMP = "camp";
    private static final String SCHOOL = "school";
    private static final String MAKE = "make";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Organisations organisations;
    private final Imports imports;
    private final Naming naming;
    private final Speaking speaking;
    private final PluginHouse house;
    private final InstantSource clock;
    private final int megabytes;
    private final Spoken<NewPlanPages> pages;

    NewPlanController(
            Organisations organisations,
            Imports imports,
            Naming naming,
            Speaking speaking,
            PluginHouse house,
            InstantSource clock,
            Front front,
            @Value("${grundskema.limits.upload-megabytes}") int megabytes) {
        this.organisations = organisations;
        this.imports = imports;
        this.naming = naming;
        this.speaking = speaking;
        this.house = house;
        this.clock = clock;
        this.megabytes = megabytes;
        this.pages = front.speaking(NewPlanPages::new);
    }

    /** @param kind {@code camp} or {@code school} */
    @GetMapping("/organisations/{organisation}/new")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> showNewPlan(
            @PathVariable OrganisationId organisation,
            @RequestParam(defaultValue = CAMP) String kind,
            HttpServletRequest request) {
        var nothing = new Typed("", "", "", false, "", "", year().toString());
        NewPlanPage page = page(organisation, isCamp(kind), nothing, null);
        return pages.page(request, (own, visitor) -> own.whole(visitor, page));
    }

    /** Nobody gets another kind of plan than an address says. */
    private static boolean isCamp(String kind) {
        return switch (kind) {
            case CAMP -> true;
            case SCHOOL -> false;
            default -> throw Refusal.notFound();
        };
    }

    private SchoolYear year() {
        return SchoolYear.of(clock.instant().atZone(ZONE).toLocalDate());
    }

    private NewPlanPage page(OrganisationId organisation, boolean isCamp, Typed typed, @Nullable Looked looked) {
        int now = year().begins();
        return new NewPlanPage(
                organisation.value(),
                organisations.get(organisation).name(),
                isCamp,
                typed,
                IntStream.rangeClosed(now - 1, now + 1)
                        .mapToObj(one -> new SchoolYear(one).toString())
                        .toList(),
                megabytes,
                looked);
    }

    /**
     * @param kind   {@code camp} or {@code school}
     * @param files  what the school has
     * @param mended cells that were mended on the page, as JSON
     * @param seen   stands for the warnings that were on the page; they are accepted
     * @param step   {@code make} makes the plan if it can be made; anything else only says what is understood
     */
    @PostMapping("/organisations/{organisation}/new")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> makePlan(
            @PathVariable OrganisationId organisation,
            @RequestParam(defaultValue = CAMP) String kind,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            @RequestParam(defaultValue = "false") boolean overnight,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String mended,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "look") String step,
            @RequestPart(required = false) @Nullable List<MultipartFile> files,
            Caller caller,
            HttpServletRequest request) {
        var typed = new Typed(title, first, last, overnight, by, reason, year);
        NewPlanForm form = NewPlanForm.of(isCamp(kind), typed, mended);
        List<MultipartFile> sent = present(files);
        if (sent.isEmpty()) {
            return answer(organisation, form, nothingSent(form), request);
        }
        Imports.Preview preview = imports.preview(organisation, form.sent(sent, language(), speaking.texts(), year()));
        Looked looked = new Looking(form, preview, texts(preview, caller, organisation)).looked();
        boolean isAccepted = looked.state() == Looked.State.FINE
                || (looked.state() == Looked.State.DOUBTFUL && looked.seen().equals(seen));
        if (step.equals(MAKE) && isAccepted) {
            Plan plan = imports.make(organisation, preview.imported(), true, sent.size(), caller);
            return made("/plans/" + plan.id().value(), request);
        }
        return answer(organisation, form, looked, request);
    }

    /** A field for files that nobody filled is sent as a file without a name. */
    private static List<MultipartFile> present(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(one -> one.getSize() > 0
                                || !String.valueOf(one.getOriginalFilename()).isEmpty())
                        .toList();
    }

    private Looked nothingSent(NewPlanForm form) {
        var notes = new ArrayList<Looked.Note>();
        notes.add(note(Finding.error("pages.no-files", "files")));
        form.wrong().forEach(one -> notes.add(note(one)));
        return Looked.of(List.of(), notes, "", List.of());
    }

    private Looked.Note note(Finding finding) {
        return new Looked.Note(
                Looked.Grade.WRONG, speaking.texts().of(finding), "", finding.pointer(), finding.pointer());
    }

    private Texts texts(Imports.Preview preview, Caller caller, OrganisationId organisation) {
        Problem named = preview.imported().problem();
        return named == null
                ? speaking.texts()
                : speaking.texts().named(naming.bareNames(named, Naming.students(caller, organisation)));
    }

    private Language language() {
        for (Language language : Language.values()) {
            if (language.locale().getLanguage().equals(speaking.language().getLanguage())) {
                return language;
            }
        }
        return Language.DA;
    }

    private static boolean isPart(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    private ResponseEntity<byte[]> answer(
            OrganisationId organisation, NewPlanForm form, Looked looked, HttpServletRequest request) {
        NewPlanPage page = page(organisation, form.isCamp(), form.typed(), looked);
        HttpStatus status = looked.state() == Looked.State.WRONG ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
        return pages.page(
                status,
                request,
                (own, visitor) -> isPart(request) ? own.looked(visitor, page) : own.whole(visitor, page));
    }

    private static ResponseEntity<byte[]> made(String path, HttpServletRequest request) {
        return isPart(request) ? ResponseEntity.ok().header("HX-Redirect", path).build() : Front.to(path);
    }

    /**
     * The workbook that people fill in who have no lists yet.
     *
     * @param kind {@code camp} leaves out what only schools have, {@code school} nothing
     */
    @GetMapping("/organisations/{organisation}/template")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> showTemplate(
            @PathVariable OrganisationId organisation, @RequestParam(defaultValue = SCHOOL) String kind) {
        organisations.get(organisation);
        byte[] workbook = template(isCamp(kind)).bytes();
        String name = speaking.texts().text("pages.template-name") + ".xlsx";
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
                        house.lists().stream()
                                .filter(list -> list.type().equals(CAMP))
                                .toList(),
                        speaking.language())
                : new TemplateWorkbook(house.lists(), speaking.language());
    }
}
