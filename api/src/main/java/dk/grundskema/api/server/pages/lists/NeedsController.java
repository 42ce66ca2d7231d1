package dk.grundskema.api.server.pages.lists;

import dk.grundskema.api.catalogue.FormField;
import dk.grundskema.api.catalogue.FormField.Kind;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.NamesShown;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.pages.FormRows;
import dk.grundskema.api.server.pages.RowsOfForms;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Interventions;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.PlanLists;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.web.app.lists.ListPage;
import dk.grundskema.domain.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page on which what interventions need is looked at and changed as a table: who is in them, how much, and when. */
@RestController
@Hidden // no part of what programs are offered
final class NeedsController {
    private static final String NEEDS = "needs";

    private final Plans plans;
    private final Documents documents;
    private final Interventions interventions;
    private final PlanLists lists;
    private final RowsOfForms forms;
    private final Speaking speaking;
    private final ListDesk desk;

    NeedsController(
            Plans plans,
            Documents documents,
            Interventions interventions,
            PlanLists lists,
            RowsOfForms forms,
            Speaking speaking,
            ListDesk desk) {
        this.plans = plans;
        this.documents = documents;
        this.interventions = interventions;
        this.lists = lists;
        this.forms = forms;
        this.speaking = speaking;
        this.desk = desk;
    }

    /**
     * Which list somebody looks at.
     *
     * @param rows  the list
     * @param table its table
     */
    private record Looked(FormRows rows, ListDesk.Table table) {}

    /**
     * @param of   id of an intervention; without one it is the first
     * @param rows which of its lists; without a name it is the first
     * @param done what was done just before: {@code saved} or {@code undone}; empty if nothing was
     * @param at   the version that the plan got by that
     */
    @GetMapping("/plans/{plan}/lists/needs")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> showNeeds(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "0") long at,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        Problem problem = problem(found);
        if (of.isEmpty() && seen(forms.all(problem), found, caller).isEmpty()) {
            return desk.nothing(found, !problem.interventions().isEmpty(), caller, request);
        }
        Looked looked = looked(found, problem, of, rows, caller).orElseThrow(Refusal::notFound);
        ListDesk.Table table = looked.table();
        var form = ListForm.standing(table.sheet(), table.cells(), looked.rows().rows());
        return desk.show(HttpStatus.OK, table, form, table.done(done, at), caller, request);
    }

    private Problem problem(Plan plan) {
        return documents.problem(plans.revision(plan.head()).problem()).value();
    }

    /** Lists that somebody may look at. */
    private static List<FormRows> seen(List<FormRows> all, Plan plan, Caller caller) {
        boolean isTold = caller.permissions(plan.organisation()).contains(Permission.READ_STUDENTS);
        return all.stream().filter(one -> isTold || !one.namesStudents()).toList();
    }

    /** The list that is meant; empty if there is none such. Throws 403 if the caller may not look at it. */
    private Optional<Looked> looked(Plan plan, Problem problem, String of, String word, Caller caller) {
        List<FormRows> all = forms.all(problem);
        List<FormRows> seen = seen(all, plan, caller);
        return (word.isEmpty() ? seen : all)
                .stream()
                        .filter(one -> of.isEmpty() || one.id().equals(of))
                        .filter(one -> word.isEmpty() || one.word().equals(word))
                        .findFirst()
                        .map(chosen -> looked(plan, problem, chosen, seen, caller));
    }

    private Looked looked(Plan plan, Problem problem, FormRows chosen, List<FormRows> seen, Caller caller) {
        boolean hasNames = chosen.namesStudents() && NamesShown.to(caller, plan.organisation());
        if (chosen.namesStudents() && !hasNames) {
            throw Refusal.forbidden();
        }
        var times = new TimeCells(problem.horizon().allWeeks(), speaking.language());
        var cells = new ListCells(forms.things(problem, hasNames), KnownSubjects.of(problem), times, speaking.texts());
        return new Looked(
                chosen, new ListDesk.Table(plan, NEEDS, NeedSheet.of(chosen.field()), cells, rows(chosen, seen)));
    }

    private static ListPage.Rows rows(FormRows chosen, List<FormRows> all) {
        return new ListPage.Rows(
                chosen.query(),
                chosen.id(),
                chosen.intervention().title(),
                chosen.field().label(),
                chosen.field().hint(),
                chosen.type().source(),
                chosen.field().fields().stream()
                        .filter(one -> !one.isLine() && one.kind() != Kind.KEPT)
                        .map(FormField::label)
                        .toList(),
                all.stream()
                        .map(one -> new ListPage.Link(
                                one.id(),
                                one.intervention().title(),
                                one.field().label(),
                                one.rows().size(),
                                one.query()))
                        .toList(),
                false);
    }

    /**
     * @param version the plan's version that was on the page
     * @param fields  what the rows are known again by, and the cells of each column
     */
    @PostMapping("/plans/{plan}/lists/needs")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> typeNeeds(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam MultiValueMap<String, String> fields,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        Problem problem = problem(found);
        var there = looked(found, problem, of, rows, caller);
        if (there.isEmpty()) {
            Looked gone = lists.problemAt(plan, version)
                    .flatMap(then -> looked(found, then, of, rows, caller))
                    .orElseThrow(Refusal::notFound);
            boolean isPlanned = problem.interventions().stream()
                    .anyMatch(one -> one.id().equals(gone.rows().intervention().id()));
            String note = speaking.texts().text(isPlanned ? "pages.list-gone" : "pages.list-intervention-gone");
            return desk.gone(gone.table(), version, form(gone, fields), note, caller, request);
        }
        FormRows chosen = there.get().rows();
        ListDesk.Table table = there.get().table();
        var form = form(there.get(), fields);
        var typed = new ListDesk.Typed(
                version,
                form,
                chosen.rows(),
                chosen.pointer(),
                elements ->
                        interventions.put(plan, version, chosen.id(), forms.with(chosen, elements), caller.account()));
        return desk.keep(table, typed, caller, request);
    }

    private ListForm form(Looked looked, MultiValueMap<String, String> fields) {
        ListDesk.Table table = looked.table();
        return ListForm.typed(
                table.sheet(), table.cells(), fields, looked.rows().rows(), speaking.texts());
    }

    @PostMapping("/plans/{plan}/lists/needs/undo")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> undoNeeds(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        Looked looked = looked(found, problem(found), of, rows, caller).orElseThrow(Refusal::notFound);
        ListDesk.Table table = looked.table();
        return desk.undo(
                table,
                () -> ListForm.standing(
                        table.sheet(), table.cells(), looked.rows().rows()),
                () -> lists.undo(plan, version, caller.account()),
                caller,
                request);
    }
}
