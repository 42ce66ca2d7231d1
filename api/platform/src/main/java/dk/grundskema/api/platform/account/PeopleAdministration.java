package dk.grundskema.api.platform.account;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.AuditLog;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.http.ResultPage;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Account administration for an organisation's pages. It applies the same rules as the REST operations, and one more: a role of a staff member
 * requires that a plan has that person. REST does not require it, because programs may create accounts before there are plans.
 */
@Component
public class PeopleAdministration {
    private final AccountAdministration administration;
    private final AccountRepository accounts;
    private final GrantRepository grants;
    private final AuditLog audit;
    private final RequestTexts requestTexts;
    private final PlanStaffDirectory plans;

    PeopleAdministration(
            AccountAdministration administration,
            AccountRepository accounts,
            GrantRepository grants,
            AuditLog audit,
            RequestTexts requestTexts,
            PlanStaffDirectory plans) {
        this.administration = administration;
        this.accounts = accounts;
        this.grants = grants;
        this.audit = audit;
        this.requestTexts = requestTexts;
        this.plans = plans;
    }

    /**
     * An account with its roles.
     *
     * @param id          id of the account
     * @param name        first and last name
     * @param signInName  name for signing in
     * @param isKept      whether the organisation manages the account; if not, only its roles here can be changed
     * @param isActive    whether it can be used
     * @param hasPassword whether a password was chosen
     * @param signedIn    time of the last sign-in; {@code null} means never
     * @param roles       its roles in the organisation
     * @param staff       id of the staff member that it belongs to; empty if none
     * @param version     version number
     */
    public record Person(
            AccountId id,
            String name,
            String signInName,
            boolean isKept,
            boolean isActive,
            boolean hasPassword,
            @Nullable Instant signedIn,
            List<Role> roles,
            String staff,
            long version) {
        /** Copies the list. */
        public Person {
            roles = List.copyOf(roles);
        }

        /** Returns only the id. */
        @Override
        public String toString() {
            return id.value();
        }
    }

    /**
     * A new account, or one whose owner forgot the password.
     *
     * @param id   id of the account
     * @param code code with which its owner chooses a password; it is shown only once
     */
    public record Invitation(AccountId id, String code) {
        /** Omits the code. */
        @Override
        public String toString() {
            return id.value();
        }
    }

    /**
     * An entry of the audit log.
     *
     * @param number sequence number of the entry
     * @param at     time of the access
     * @param author name of the account's owner; empty if the system did it, or the account is deleted
     * @param plan   id of the plan, or of an object that belongs to a plan; empty if none in particular
     * @param person id of the person concerned; empty means everybody in the plan
     * @param text   what was done, in words
     */
    public record AuditEntryView(long number, Instant at, String author, String plan, String person, String text) {}

    /**
     * Returns one page of the accounts that the organisation manages or that have a role in it.
     *
     * @param after last account of the page before; {@code null} means the first page
     */
    public ResultPage<Person> findPeople(OrganisationId organisation, @Nullable AccountId after) {
        var found = ResultPage.of(accounts.findByOrganisation(organisation, false, after, ResultPage.QUERY_LIMIT));
        Map<AccountId, List<RoleAssignment>> roles = grants.findRolesIn(organisation, found.items());
        return new ResultPage<>(
                found.map(one -> toPerson(organisation, one, roles.getOrDefault(one.id(), List.of()))), found.isLast());
    }

    /**
     * Returns one account.
     *
     * @throws dk.grundskema.api.platform.http.RefusalException 404 if no account with that id is visible to the organisation
     */
    public Person get(OrganisationId organisation, AccountId id) {
        Account one = administration.getVisible(organisation, id);
        var roles = grants.findRolesIn(organisation, List.of(one));
        return toPerson(organisation, one, roles.getOrDefault(id, List.of()));
    }

    private static Person toPerson(OrganisationId organisation, Account one, List<RoleAssignment> roles) {
        return new Person(
                one.id(),
                one.name(),
                one.signInName(),
                organisation.equals(one.organisation()),
                one.active(),
                one.hasPassword(),
                one.signedIn(),
                roles.stream().map(RoleAssignment::role).sorted().toList(),
                roles.stream()
                        .flatMap(role -> Optional.ofNullable(role.staff()).stream())
                        .map(StaffId::value)
                        .findFirst()
                        .orElse(""),
                one.version());
    }

    /** Returns the staff of the organisation's plans, to link accounts to; see {@link PlanStaffDirectory#findStaff}. */
    public List<PlanStaffDirectory.Member> staff(OrganisationId organisation) {
        return plans.findStaff(organisation).members();
    }

    /**
     * Creates an account whose owner chooses a password with a code.
     *
     * @throws RefusalException as {@link AccountAdministration#create}, and 422 if a name is invalid, or no plan of {@link #staff} has the staff member
     */
    public Invitation invite(
            OrganisationId organisation,
            String name,
            String signInName,
            Collection<Role> roles,
            @Nullable StaffId staff,
            Caller caller) {
        List<RoleAssignment> wanted = roleAssignments(roles, staff);
        requireValid(AccountAdministration.validateNames(name, signInName).findings(), organisation, wanted, "");
        AccountAdministration.CreatedAccount made =
                administration.create(organisation, name, signInName, null, wanted, caller);
        return new Invitation(made.account().id(), made.code());
    }

    /** Reports all errors at once. */
    private void requireValid(
            List<Finding> found, OrganisationId organisation, List<RoleAssignment> roles, String known) {
        var findings = new ArrayList<>(found);
        try {
            RoleAssignment.requireValid(roles);
        } catch (RefusalException refusal) {
            findings.addAll(refusal.findings());
        }
        roles.stream()
                .flatMap(role -> Optional.ofNullable(role.staff()).stream())
                .map(StaffId::value)
                .filter(staff -> !staff.equals(known) && !isStaffKnown(organisation, staff))
                .forEach(staff -> findings.add(Finding.error("role.staff-unknown", "/staff", staff)));
        if (!findings.isEmpty()) {
            throw RefusalException.unusable(findings);
        }
    }

    private boolean isStaffKnown(OrganisationId organisation, String staff) {
        PlanStaffDirectory.KnownStaff known = plans.findStaff(organisation);
        return !known.isAll()
                || known.members().stream().anyMatch(one -> one.id().equals(staff));
    }

    private static List<RoleAssignment> roleAssignments(Collection<Role> roles, @Nullable StaffId staff) {
        return roles.stream()
                .map(role -> new RoleAssignment(role, role == Role.STAFF ? staff : null))
                .toList();
    }

    /** Issues a code to choose a new password; throws as {@link AccountAdministration#createPasswordCode}. */
    public Invitation renewPasswordCode(OrganisationId organisation, AccountId id, Caller caller) {
        return new Invitation(id, administration.createPasswordCode(organisation, id, caller));
    }

    /**
     * Sets the roles of an account in the organisation.
     *
     * @throws RefusalException as {@link AccountAdministration#setRoles}, and 422 if no plan of {@link #staff} has the staff member, unless the account
     *     was linked to it before
     */
    public void setRoles(
            OrganisationId organisation,
            AccountId id,
            long version,
            Collection<Role> roles,
            @Nullable StaffId staff,
            Caller caller) {
        List<RoleAssignment> wanted = roleAssignments(roles, staff);
        String known = staff == null ? "" : get(organisation, id).staff();
        requireValid(List.of(), organisation, wanted, known);
        administration.setRoles(organisation, id, version, wanted, caller);
    }

    /** Changes the names and the active state of an account; throws as {@link AccountAdministration#change}. */
    public void change(
            OrganisationId organisation,
            AccountId id,
            long version,
            String name,
            String signInName,
            boolean isActive,
            Caller caller) {
        administration.change(organisation, id, version, name, signInName, isActive, caller);
    }

    /** Deletes an account permanently; throws as {@link AccountAdministration#remove}. */
    public void remove(OrganisationId organisation, AccountId id, long version, Caller caller) {
        administration.remove(organisation, id, version, caller);
    }

    /** Returns one page of audit entries with numbers below {@code before}, the latest first. */
    public ResultPage<AuditEntryView> auditEntries(OrganisationId organisation, long before, Caller caller) {
        var found = ResultPage.of(audit.findByOrganisation(organisation, "", before, ResultPage.QUERY_LIMIT));
        Set<AccountId> authors = found.items().stream()
                .map(AuditLog.Entry::account)
                .filter(account -> !account.isEmpty())
                .map(AccountId::new)
                .collect(Collectors.toSet());
        Map<AccountId, String> names = accounts.names(authors);
        return new ResultPage<>(found.map(each -> auditEntries(each.redactFor(caller), names)), found.isLast());
    }

    private AuditEntryView auditEntries(AuditLog.Entry one, Map<AccountId, String> names) {
        return new AuditEntryView(
                one.number(),
                one.at(),
                one.account().isEmpty() ? "" : names.getOrDefault(new AccountId(one.account()), ""),
                Optional.ofNullable(one.plan()).orElse(""),
                Optional.ofNullable(one.person()).orElse(""),
                AuditActionFormatter.format(one.action(), requestTexts.texts()));
    }
}
