package dk.grundskema.api.platform.account;

import dk.grundskema.api.platform.access.AuditLog;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.http.ResultPage;
import dk.grundskema.domain.finding.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST operations on the audit log. */
@RestController
@RequestMapping("/api/v1/organisations/{organisation}/audit")
@Tag(name = "Personal data")
final class AuditController {
    private final AuditLog audit;
    private final RequestTexts requestTexts;
    private final PersonPlanFinder plans;

    AuditController(AuditLog audit, RequestTexts requestTexts, PersonPlanFinder plans) {
        this.plans = plans;
        this.audit = audit;
        this.requestTexts = requestTexts;
    }

    /**
     * Something that was seen or changed about somebody.
     *
     * @param number  counts the entries
     * @param at      when it was seen or changed
     * @param account who did it; {@code null} means that nobody asked for it
     * @param plan    in which plan, or id of the revision or job of a plan; {@code null} means none in particular
     * @param person  id of the person it is about, {@code ?} for callers who may not see students; {@code null} means everybody in the plan
     * @param kind    what was done
     * @param action  how, as a stable code or the id of the operation that was used
     * @param text    the same in words
     * @param request id of the request, as in the log
     */
    record AuditView(
            long number,
            Instant at,
            @Nullable String account,
            @Nullable String plan,
            @Nullable String person,
            AuditLog.Kind kind,
            String action,
            String text,
            String request) {}

    /**
     * Entries, the latest first.
     *
     * @param items the entries of this page
     * @param next  what the next page is asked for with; {@code null} means that this is the last
     * @param gone  how many entries of the organisation aren't kept any more, for they were too old
     */
    record AuditPage(List<AuditView> items, @Nullable String next, long gone) {}

    /**
     * @param person id of a student or staff member: only what was about that person, or about everybody of a plan that the person is in; absent means
     *     all
     */
    @GetMapping
    @RequiresPermission(Permission.ADMINISTER)
    @Operation(operationId = "listAudit", summary = "Who saw or changed what about a student or staff member.")
    AuditPage list(
            @PathVariable OrganisationId organisation,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable Long after,
            Caller caller) {
        if (after != null && after < 1) {
            throw RefusalException.of(HttpStatus.BAD_REQUEST, "rest.bad-parameter", "after");
        }
        refuseControlCharacters("plan", plan);
        refuseControlCharacters("person", person);
        String ofPlan = plan == null ? "" : plan;
        long before = after == null ? Long.MAX_VALUE : after;
        var page = ResultPage.of(
                person == null || person.isEmpty()
                        ? audit.findByOrganisation(organisation, ofPlan, before, ResultPage.QUERY_LIMIT)
                        : audit.findByPerson(
                                organisation,
                                ofPlan,
                                person,
                                plans.findPlanIds(organisation, person),
                                before,
                                ResultPage.QUERY_LIMIT));
        Texts texts = requestTexts.texts();
        return new AuditPage(
                page.map(one -> view(one.redactFor(caller), texts)),
                page.nextKey(one -> String.valueOf(one.number())),
                audit.countDeletedEntries(organisation));
    }

    private static void refuseControlCharacters(String parameter, @Nullable String value) {
        if (value != null && value.chars().anyMatch(Character::isISOControl)) {
            throw RefusalException.of(HttpStatus.BAD_REQUEST, "rest.bad-parameter", parameter);
        }
    }

    private static AuditView view(AuditLog.Entry one, Texts texts) {
        return new AuditView(
                one.number(),
                one.at(),
                one.account().isEmpty() ? null : one.account(),
                one.plan(),
                one.person(),
                one.kind(),
                one.action(),
                AuditActionFormatter.format(one.action(), texts),
                one.request());
    }
}
