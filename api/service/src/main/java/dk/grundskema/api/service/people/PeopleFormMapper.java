package dk.grundskema.api.service.people;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.account.OrganisationRepository.Organisation;
import dk.grundskema.api.platform.account.PeopleAdministration;
import dk.grundskema.api.platform.account.PlanStaffDirectory;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.http.ResultPage;
import dk.grundskema.api.platform.page.ErrorMessages;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.StaffId;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Converts between accounts of people and the forms and rows of pages. */
@Component
final class PeopleFormMapper {
    /** Form fields by first segment of a finding's pointer. */
    private static final Map<String, String> FIELDS =
            Map.of("name", "name", "signInName", "signInName", "roles", "roles", "staff", "staff");

    private final ErrorMessages errorMessages;
    private final RequestTexts requestTexts;
    private final PlanStore plans;

    PeopleFormMapper(ErrorMessages errorMessages, RequestTexts requestTexts, PlanStore plans) {
        this.errorMessages = errorMessages;
        this.requestTexts = requestTexts;
        this.plans = plans;
    }

    /**
     * The result of a submitted form.
     *
     * @param status status of the response
     * @param form   typed values with errors
     */
    record FormOutcome(HttpStatus status, PersonForm form) {
        boolean isDone() {
            return status == HttpStatus.OK;
        }
    }

    /** Runs the work and returns the form with errors: beside fields where they belong to one, else for the whole form. */
    FormOutcome attempt(PersonForm form, Runnable work) {
        try {
            work.run();
            return new FormOutcome(HttpStatus.OK, form);
        } catch (InvalidValueException invalid) {
            return withErrors(HttpStatus.UNPROCESSABLE_CONTENT, form, invalid.findings(), List.of());
        } catch (RefusalException refusal) {
            boolean isOfFields = refusal.status() == HttpStatus.UNPROCESSABLE_CONTENT;
            return withErrors(
                    refusal.status(),
                    form,
                    isOfFields ? refusal.findings() : List.of(),
                    isOfFields ? List.of() : errorMessages.sentences(refusal));
        }
    }

    private FormOutcome withErrors(HttpStatus status, PersonForm form, List<Finding> findings, List<String> whole) {
        var fields = new LinkedHashMap<String, String>();
        for (Finding one : findings) {
            String first = one.pointer().replaceFirst("^/", "").replaceFirst("/.*", "");
            String field = one.code().startsWith("role.staff") ? "staff" : FIELDS.getOrDefault(first, "name");
            fields.merge(field, errorMessages.joinMessages(List.of(one)), (was, more) -> was + " " + more);
        }
        return new FormOutcome(status, form.withErrors(fields, whole));
    }

    /** Creates the form of typed values. Unknown roles are dropped. */
    static PersonForm readForm(String name, String signIn, Set<String> roles, String staff, boolean isActive) {
        Set<String> known = roles.stream().filter(PersonForm.ROLES::contains).collect(Collectors.toSet());
        return new PersonForm(name, signIn, known, staff, isActive, Map.of(), List.of());
    }

    static Set<Role> roles(PersonForm form) {
        return form.roles().stream().map(Role::valueOf).collect(Collectors.toSet());
    }

    /** Returns the typed staff id; {@code null} if the text is not a valid id. */
    static @Nullable StaffId staff(PersonForm form) {
        String typed = form.staff().strip();
        return Id.FORM.matcher(typed).matches() ? new StaffId(typed) : null;
    }

    /** Creates the form of a stored account. */
    static PersonForm formOf(PeopleAdministration.Person one) {
        Set<String> roles = one.roles().stream().map(Role::name).collect(Collectors.toSet());
        return readForm(one.name(), one.signInName(), roles, one.staff(), one.isActive());
    }

    /** Creates the row of an account. */
    static PeoplePage.AccountRow accountRow(PeopleAdministration.Person one) {
        return new PeoplePage.AccountRow(
                one.id().value(),
                one.name(),
                one.signInName(),
                one.isKept(),
                one.isActive(),
                one.hasPassword(),
                one.signedIn() == null ? null : PageRenderer.toLocalDateTime(one.signedIn()),
                one.roles().stream().map(Role::name).toList());
    }

    /** Returns the staff members that an account can be linked to. */
    List<StaffChoice> staff(List<PlanStaffDirectory.Member> staff) {
        return StaffChoiceBuilder.build(staff, requestTexts.language());
    }

    /** Returns rows sorted by name. */
    List<PeoplePage.AccountRow> accountRows(List<PeopleAdministration.Person> some) {
        return some.stream()
                .sorted(Comparator.comparing(
                        PeopleAdministration.Person::name, Collator.getInstance(requestTexts.language())))
                .map(PeopleFormMapper::accountRow)
                .toList();
    }

    /** Creates the page of the audit log, with titles of the plans that still exist. */
    AuditLogPage auditPage(Organisation organisation, ResultPage<PeopleAdministration.AuditEntryView> noted) {
        Map<String, String> titles = plans
                .findAll(noted.items().stream()
                        .map(PeopleAdministration.AuditEntryView::plan)
                        .filter(id -> Id.FORM.matcher(id).matches())
                        .map(PlanId::new)
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(plan -> plan.id().value(), Plan::title));
        List<AuditLogPage.AuditLine> lines = noted.items().stream()
                .map(one -> new AuditLogPage.AuditLine(
                        PageRenderer.toLocalDateTime(one.at()),
                        one.author(),
                        one.text(),
                        titles.getOrDefault(one.plan(), ""),
                        one.person()))
                .toList();
        return new AuditLogPage(
                organisation.id().value(),
                organisation.name(),
                lines,
                noted.isLast() ? 0 : noted.items().getLast().number());
    }
}
