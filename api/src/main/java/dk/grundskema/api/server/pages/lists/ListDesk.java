package dk.grundskema.api.server.pages.lists;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.pages.Front;
import dk.grundskema.api.server.pages.Spoken;
import dk.grundskema.api.server.pages.Wrong;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.platform.ProblemDetails.FindingView;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.lists.ListPage;
import dk.grundskema.api.web.app.lists.ListPages;
import dk.grundskema.domain.finding.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Keeps tables that were typed, or says why not, and shows them. */
@Component
class ListDesk {
    private static final String SAVED = "saved";

    private final Speaking speaking;
    private final Wrong wrong;
    private final Front front;
    private final Spoken<ListPages> pages;

    ListDesk(Speaking speaking, Wrong wrong, Front front) {
        this.speaking = speaking;
        this.wrong = wrong;
        this.front = front;
        this.pages = front.speaking(ListPages::new);
    }

    /**
     * A table on its page.
     *
     * @param plan  whose it is
     * @param name  which list
     * @param sheet what it is of
     * @param cells what stands in its cells
     * @param rows  the rows of an intervention that it is of, where it is of these
     */
    record Table(Plan plan, String name, Sheet sheet, ListCells cells, ListPage.Rows rows) {
        String address() {
            return ListPage.address(plan.id().value(), name) + rows.query();
        }

        /** Where it is seen after something was done. */
        String after(String done) {
            return address() + (rows.query().isEmpty() ? "?" : "&") + "done=" + done;
        }

        /** What was done just before, as an address says it. */
        Done done(String what, long version) {
            return new Done(what, what.equals(SAVED) && version == plan.version());
        }
    }

    /**
     * What was done just before.
     *
     * @param what    {@code saved} or {@code undone}; empty if nothing was
     * @param canUndo whether it is still what was done last, so that to undo takes back that and nothing of others
     */
    record Done(String what, boolean canUndo) {
        static final Done NOTHING = new Done("", false);
    }

    /**
     * What somebody typed, that is to be kept.
     *
     * @param version version of the plan that it was typed into
     * @param form    what was typed
     * @param now     what stands in the plan
     * @param within  what pointers into the list begin with
     * @param keeping keeps the elements, or refuses them
     */
    record Typed(long version, ListForm form, List<Json> now, String within, Function<List<Json>, Plan> keeping) {}

    /** Keeps it and goes on to the page, or shows what is wrong with it. */
    ResponseEntity<byte[]> keep(Table table, Typed typed, Caller caller, HttpServletRequest request) {
        ListForm form = typed.form();
        if (typed.version() != table.plan().version()) {
            Texts texts = speaking.texts();
            ListForm compared = form.compared(typed.now(), texts);
            compared.note(texts.text("pages.list-changed"));
            return show(HttpStatus.CONFLICT, table, compared, Done.NOTHING, caller, request);
        }
        if (form.isWrong()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, table, form, Done.NOTHING, caller, request);
        }
        try {
            Plan kept = typed.keeping().apply(form.elements());
            return Front.to(table.after(SAVED) + "&at=" + kept.version());
        } catch (Refusal refusal) {
            for (FindingView one : speaking.told(refusal.findings())) {
                boolean isInside = one.pointer().startsWith(typed.within() + "/");
                form.refuse(isInside ? one.pointer().substring(typed.within().length()) : "", one.text());
            }
            return show(refusal.status(), table, form, Done.NOTHING, caller, request);
        }
    }

    /**
     * Shows what was typed into a table that somebody took away meanwhile. On the page it stays typed into the version that had the table: so it is found
     * again when it is sent once more, whether or not it is back by then.
     *
     * @param version the version of the plan that had the table
     * @param note    what there is to be said of it
     */
    ResponseEntity<byte[]> gone(
            Table table, long version, ListForm form, String note, Caller caller, HttpServletRequest request) {
        form.note(note);
        Table gone = new Table(
                table.plan(),
                table.name(),
                table.sheet(),
                table.cells(),
                table.rows().gone());
        return show(HttpStatus.CONFLICT, gone, version, form, Done.NOTHING, caller, request);
    }

    /**
     * Takes back what was saved just before, or says what was done since.
     *
     * @param standing what stands in the plan
     * @param undoing  takes it back, or refuses to
     */
    ResponseEntity<byte[]> undo(
            Table table, Supplier<ListForm> standing, Runnable undoing, Caller caller, HttpServletRequest request) {
        try {
            undoing.run();
            return Front.to(table.after("undone"));
        } catch (Refusal refusal) {
            ListForm form = standing.get();
            wrong.sentences(refusal).forEach(form::note);
            return show(refusal.status(), table, form, Done.NOTHING, caller, request);
        }
    }

    /** @param done what was done just before */
    ResponseEntity<byte[]> show(
            HttpStatus status, Table table, ListForm form, Done done, Caller caller, HttpServletRequest request) {
        return show(status, table, table.plan().version(), form, done, caller, request);
    }

    private ResponseEntity<byte[]> show(
            HttpStatus status,
            Table table,
            long version,
            ListForm form,
            Done done,
            Caller caller,
            HttpServletRequest request) {
        Plan plan = table.plan();
        var permissions = caller.permissions(plan.organisation());
        var page = new ListPage(
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
        PlanBar bar = front.bar(plan, PlanPart.LISTS);
        return pages.page(status, request, (own, visitor) -> own.list(visitor, bar, page));
    }

    /** The page of the needs where there is no table to show: nothing is planned, or nothing that has one. */
    ResponseEntity<byte[]> nothing(Plan plan, boolean isPlanned, Caller caller, HttpServletRequest request) {
        var permissions = caller.permissions(plan.organisation());
        PlanBar bar = front.bar(plan, PlanPart.LISTS);
        return pages.page(
                request,
                (own, visitor) -> own.noNeeds(
                        visitor, bar, ListKind.tabs(permissions), isPlanned, permissions.contains(Permission.PLAN)));
    }
}
