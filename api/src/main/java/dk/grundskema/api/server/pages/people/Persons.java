package dk.grundskema.api.server.pages.people;

import dk.grundskema.api.server.identity.Organisations.Organisation;
import dk.grundskema.api.server.identity.PeopleDesk;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.StaffOfPlans;
import dk.grundskema.api.server.pages.Front;
import dk.grundskema.api.server.pages.Wrong;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Page;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.web.app.people.AuditPage;
import dk.grundskema.api.web.app.people.PeoplePage;
import dk.grundskema.api.web.app.people.PersonForm;
import dk.grundskema.api.web.app.people.StaffChoice;
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

/** What is shown and typed of people. */
@Component
final class Persons {
    /** Fields by how findings' pointers begin. */
    private static final Map<String, String> FIELDS =
            Map.of("name", "name", "signInName", "signInName", "roles", "roles", "staff", "staff");

    private final Wrong wrong;
    private final Speaking speaking;
    private final Plans plans;

    Persons(Wrong wrong, Speaking speaking, Plans plans) {
        this.wrong = wrong;
        this.speaking = speaking;
        this.plans = plans;
    }

    /**
     * What came of trying something.
     *
     * @param status status of the answer
     * @param form   what was typed, with what is wrong
     */
    record Tried(HttpStatus status, PersonForm form) {
        boolean isDone() {
            return status == HttpStatus.OK;
        }
    }

    /** Tries it; what is wrong is said beside the fields, or of the whole where it is about none. */
    Tried attempt(PersonForm form, Runnable work) {
        try {
            work.run();
            return new Tried(HttpStatus.OK, form);
        } catch (InvalidValueException invalid) {
            return wrong(HttpStatus.UNPROCESSABLE_CONTENT, form, invalid.findings(), List.of());
        } catch (Refusal refusal) {
            boolean isOfFields = refusal.status() == HttpStatus.UNPROCESSABLE_CONTENT;
            return wrong(
                    refusal.status(),
                    form,
                    isOfFields ? refusal.findings() : List.of(),
                    isOfFields ? List.of() : wrong.sentences(refusal));
        }
    }

    private Tried wrong(HttpStatus status, PersonForm form, List<Finding> findings, List<String> whole) {
        var fields = new LinkedHashMap<String, String>();
        for (Finding one : findings) {
            String first = one.pointer().replaceFirst("^/", "").replaceFirst("/.*", "");
            String field = one.code().startsWith("role.staff") ? "staff" : FIELDS.getOrDefault(first, "name");
            fields.merge(field, wrong.all(List.of(one)), (was, more) -> was + " " + more);
        }
        return new Tried(status, form.wrong(fields, whole));
    }

    /** What was typed; of roles only those that there are. */
    static PersonForm form(String name, String signIn, Set<String> roles, String staff, boolean isActive) {
        Set<String> known = roles.stream().filter(PersonForm.ROLES::contains).collect(Collectors.toSet());
        return new PersonForm(name, signIn, known, staff, isActive, Map.of(), List.of());
    }

    static Set<Role> roles(PersonForm form) {
        return form.roles().stream().map(Role::valueOf).collect(Collectors.toSet());
    }

    /** Which of the staff was typed; {@code null} if nothing that can be one was. */
    static @Nullable StaffId staff(PersonForm form) {
        String typed = form.staff().strip();
        return Id.FORM.matcher(typed).matches() ? new StaffId(typed) : null;
    }

    /** What is kept of somebody, as it would be typed. */
    static PersonForm kept(PeopleDesk.Person one) {
        Set<String> roles = one.roles().stream().map(Role::name).collect(Collectors.toSet());
        return form(one.name(), one.signInName(), roles, one.staff(), one.isActive());
    }

    /** Somebody as a list has them. */
    static PeoplePage.Person shown(PeopleDesk.Person one) {
        return new PeoplePage.Person(
                one.id().value(),
                one.name(),
                one.signInName(),
                one.isKept(),
                one.isActive(),
                one.hasPassword(),
                one.signedIn() == null ? null : Front.at(one.signedIn()),
                one.roles().stream().map(Role::name).toList());
    }

    /** Whom of the staff somebody can be said to be. */
    List<StaffChoice> staff(List<StaffOfPlans.Member> staff) {
        return StaffChoices.of(staff, speaking.language());
    }

    /** Some people by their names. */
    List<PeoplePage.Person> listed(List<PeopleDesk.Person> some) {
        return some.stream()
                .sorted(Comparator.comparing(PeopleDesk.Person::name, Collator.getInstance(speaking.language())))
                .map(Persons::shown)
                .toList();
    }

    /** What was seen and changed, with the titles of the plans that are there. */
    AuditPage audit(Organisation organisation, Page<PeopleDesk.Noted> noted) {
        Map<String, String> titles = noted.items().stream()
                .map(PeopleDesk.Noted::plan)
                .distinct()
                .filter(id -> Id.FORM.matcher(id).matches())
                .collect(Collectors.toMap(
                        id -> id,
                        id -> plans.find(new PlanId(id)).map(Plan::title).orElse("")));
        List<AuditPage.Line> lines = noted.items().stream()
                .map(one -> new AuditPage.Line(
                        Front.at(one.at()),
                        one.author(),
                        one.text(),
                        titles.getOrDefault(one.plan(), ""),
                        one.person()))
                .toList();
        return new AuditPage(
                organisation.id().value(),
                organisation.name(),
                lines,
                noted.isLast() ? 0 : noted.items().getLast().number());
    }
}
