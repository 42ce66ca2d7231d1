package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.http.ProblemDetails.FindingView;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.ErrorMessages;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageHead;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanBar;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.problem.PlanAddresses;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.domain.finding.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Saves submitted tables, or shows them again with their errors. Tables merge with concurrent changes by row: a form compares its input
 * with the current elements. Undo is offered only while the plan has the version that the save created.
 */
@Component
class TableFormHandler {
    private static final String SAVED = "saved";

    private final RequestTexts requestTexts;
    private final ErrorMessages errorMessages;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    TableFormHandler(
            RequestTexts requestTexts,
            ErrorMessages errorMessages,
            PageRenderer pageRenderer,
            PlanBarFactory planBars) {
        this.requestTexts = requestTexts;
        this.errorMessages = errorMessages;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(SchoolListPage.class, "lists");
    }

    /**
     * A table with its page.
     *
     * @param plan  the plan
     * @param name  name of the list
     * @param sheet schema of the table
     * @param cells codec of its cells
     * @param rows  intervention that the rows belong to, if any
     */
    record EditedTable(
            Plan plan, String name, TableSchema sheet, ListCellCodec cells, SchoolListPage.InterventionRows rows) {
        String address() {
            return PlanAddresses.list(plan.id().value(), name) + rows.query();
        }

        /** Returns the address of the page after an action. */
        String addressAfter(String done) {
            return address() + (rows.query().isEmpty() ? "?" : "&") + "done=" + done;
        }

        /** Parses the last action from the address. */
        LastAction lastAction(String what, long version) {
            return new LastAction(what, what.equals(SAVED) && version == plan.version());
        }
    }

    /**
     * The last action.
     *
     * @param what    {@code saved} or {@code undone}; empty if none
     * @param canUndo whether it is still the latest change, so that undo reverts only this action
     */
    record LastAction(String what, boolean canUndo) {
        static final LastAction NOTHING = new LastAction("", false);
    }

    /**
     * A submitted table.
     *
     * @param version plan version of the page
     * @param form    the input
     * @param now     current elements in the plan
     * @param within  prefix of pointers into the list
     * @param keeping stores the elements, or rejects them
     */
    record TableSubmission(
            long version, TableForm form, List<Json> now, String within, Function<List<Json>, Plan> keeping) {}

    /** Saves the table and redirects to the page, or shows the errors. */
    ResponseEntity<byte[]> save(EditedTable table, TableSubmission typed, Caller caller, HttpServletRequest request) {
        TableForm form = typed.form();
        if (typed.version() != table.plan().version()) {
            Texts texts = requestTexts.texts();
            TableForm compared = form.compareWith(typed.now(), texts);
            compared.addNote(texts.text("pages.list-changed"));
            return show(HttpStatus.CONFLICT, table, compared, LastAction.NOTHING, caller, request);
        }
        if (form.isWrong()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, table, form, LastAction.NOTHING, caller, request);
        }
        try {
            Plan kept = typed.keeping().apply(form.elements());
            return PageRenderer.redirectTo(table.addressAfter(SAVED) + "&at=" + kept.version());
        } catch (RefusalException refusal) {
            for (FindingView one : requestTexts.describeFindings(refusal.findings())) {
                boolean isInside = one.pointer().startsWith(typed.within() + "/");
                form.addRefusal(
                        isInside ? one.pointer().substring(typed.within().length()) : "", one.text());
            }
            return show(refusal.status(), table, form, LastAction.NOTHING, caller, request);
        }
    }

    /**
     * Shows input for a table that was removed meanwhile. The page keeps the version that had the table, so that a second submission can be
     * matched even if the table was restored.
     *
     * @param version plan version that had the table
     * @param note    message about the removal
     */
    ResponseEntity<byte[]> showRemoved(
            EditedTable table, long version, TableForm form, String note, Caller caller, HttpServletRequest request) {
        form.addNote(note);
        EditedTable gone = new EditedTable(
                table.plan(),
                table.name(),
                table.sheet(),
                table.cells(),
                table.rows().asRemoved());
        return show(HttpStatus.CONFLICT, gone, version, form, LastAction.NOTHING, caller, request);
    }

    /**
     * Undoes the last save, or reports later changes.
     *
     * @param standing supplies the current table
     * @param undoing  undoes the save, or fails
     */
    ResponseEntity<byte[]> undo(
            EditedTable table,
            Supplier<TableForm> standing,
            Runnable undoing,
            Caller caller,
            HttpServletRequest request) {
        try {
            undoing.run();
            return PageRenderer.redirectTo(table.addressAfter("undone"));
        } catch (RefusalException refusal) {
            TableForm form = standing.get();
            errorMessages.sentences(refusal).forEach(form::addNote);
            return show(refusal.status(), table, form, LastAction.NOTHING, caller, request);
        }
    }

    /** @param done last action */
    ResponseEntity<byte[]> show(
            HttpStatus status,
            EditedTable table,
            TableForm form,
            LastAction done,
            Caller caller,
            HttpServletRequest request) {
        return show(status, table, table.plan().version(), form, done, caller, request);
    }

    private ResponseEntity<byte[]> show(
            HttpStatus status,
            EditedTable table,
            long version,
            TableForm form,
            LastAction done,
            Caller caller,
            HttpServletRequest request) {
        Plan plan = table.plan();
        var permissions = caller.permissionsIn(plan.organisation());
        var page = new SchoolListPage(
                plan.id().value(),
                version,
                table.name(),
                ListKind.tabs(permissions),
                table.sheet().columns().stream().map(table.cells()::column).toList(),
                form.shown(),
                form.notes(),
                permissions.contains(Permission.PLAN),
                done.what(),
                done.canUndo(),
                table.rows());
        PlanBar bar = planBars.create(plan, PlanPart.LISTS);
        return templates.render(
                status,
                request,
                (own, visitor) -> own.renderPage(
                        visitor,
                        page.head().withPlan(bar),
                        "list",
                        Map.of("page", page, "headings", page.headings(own.texts()), "widths", page.widths())));
    }

    /** Shows the needs page if there is no table: the plan has no intervention, or none with a table. */
    ResponseEntity<byte[]> showNoNeeds(Plan plan, boolean isPlanned, Caller caller, HttpServletRequest request) {
        var permissions = caller.permissionsIn(plan.organisation());
        PlanBar bar = planBars.create(plan, PlanPart.LISTS);
        return templates.render(
                request,
                "no-needs",
                PageHead.ofText("list.needs").withStyle("lists.css").withPlan(bar),
                Map.of(
                        "plan",
                        bar.plan(),
                        "lists",
                        ListKind.tabs(permissions),
                        "isPlanned",
                        isPlanned,
                        "mayEdit",
                        permissions.contains(Permission.PLAN)));
    }
}
