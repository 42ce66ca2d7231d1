package dk.grundskema.api.server.pages.lists;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.NamesShown;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.pages.Front;
import dk.grundskema.api.server.plans.Documents;
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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages on which the lists of a plan are looked at and changed as tables. */
@RestController
@Hidden // no part of what programs are offered
final class ListController {
    private final Plans plans;
    private final PlanLists lists;
    private final Documents documents;
    private final Speaking speaking;
    private final ListDesk desk;

    ListController(Plans plans, PlanLists lists, Documents documents, Speaking speaking, ListDesk desk) {
        this.plans = plans;
        this.lists = lists;
        this.documents = documents;
        this.speaking = speaking;
        this.desk = desk;
    }

    @GetMapping("/plans/{plan}/lists")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> showLists(@PathVariable PlanId plan) {
        return Front.to("/plans/" + plan.value() + "/lists/staff");
    }

    /**
     * @param done what was done just before: {@code saved} or {@code undone}; empty if nothing was
     * @param at   the version that the plan got by that
     */
    @GetMapping("/plans/{plan}/lists/{list}")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> showList(
            @PathVariable PlanId plan,
            @PathVariable String list,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "0") long at,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        ListKind kind = kind(list, found, caller);
        ListDesk.Table table = table(found, kind);
        var form = ListForm.standing(kind, table.cells(), lists.all(plan, list));
        return desk.show(HttpStatus.OK, table, form, table.done(done, at), caller, request);
    }

    private static ListKind kind(String list, Plan plan, Caller caller) {
        ListKind kind = ListKind.named(list).orElseThrow(Refusal::notFound);
        if (kind.namesStudents() && !NamesShown.to(caller, plan.organisation())) {
            throw Refusal.forbidden();
        }
        return kind;
    }

    private ListDesk.Table table(Plan plan, ListKind kind) {
        Map<String, List<Json>> known = Stream.of("schools", "groups", "students", "rooms")
                .collect(Collectors.toMap(one -> one, one -> lists.all(plan.id(), one)));
        Problem problem =
                documents.problem(plans.revision(plan.head()).problem()).value();
        var times = new TimeCells(problem.horizon().allWeeks(), speaking.language());
        var cells = new ListCells(known, KnownSubjects.of(problem), times, speaking.texts());
        return new ListDesk.Table(plan, kind.field(), kind, cells, ListPage.Rows.NONE);
    }

    /**
     * @param version the plan's version that was on the page
     * @param fields  ids of the rows, and the cells of each column
     */
    @PostMapping("/plans/{plan}/lists/{list}")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> typeList(
            @PathVariable PlanId plan,
            @PathVariable String list,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam MultiValueMap<String, String> fields,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        ListKind kind = kind(list, found, caller);
        List<Json> now = lists.all(plan, list);
        ListDesk.Table table = table(found, kind);
        var form = ListForm.typed(kind, table.cells(), fields, now, speaking.texts());
        var typed = new ListDesk.Typed(
                version, form, now, "", elements -> lists.put(plan, version, list, elements, caller.account()));
        return desk.keep(table, typed, caller, request);
    }

    @PostMapping("/plans/{plan}/lists/{list}/undo")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> undoList(
            @PathVariable PlanId plan,
            @PathVariable String list,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        ListKind kind = kind(list, found, caller);
        ListDesk.Table table = table(found, kind);
        return desk.undo(
                table,
                () -> ListForm.standing(kind, table.cells(), lists.all(plan, list)),
                () -> lists.undo(plan, version, caller.account()),
                caller,
                request);
    }
}
