package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.platform.Page;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.domain.finding.Checks;
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

/** An organisation's accounts, for pages of those who administer it. What may not be done is refused as over REST. */
@Component
public class PeopleDesk {
    private final Administration administration;
    private final Accounts accounts;
    private final Grants grants;
    private final Audit audit;
    private final Speaking speaking;
    private final StaffOfPlans plans;

    PeopleDesk(
            Administration administration,
            Accounts accounts,
            Grants grants,
            Audit audit,
            Speaking speaking,
            StaffOfPlans plans) {
        this.administration = administration;
        this.accounts = accounts;
        this.grants = grants;
        this.audit = audit;
        this.speaking = speaking;
        this.plans = plans;
    }

    /**
     * Somebody who can sign in.
     *
     * @param id          the account
     * @param name        first and last name
     * @param signInName  what is typed to sign in
     * @param isKept      whether the organisation's own administrators keep it; if not, only its roles here can be changed
     * @param isActive    whether it can be used
     * @param hasPassword whether a password was chosen
     * @param signedIn    when it was signed in to last; {@code null} means never
     * @param roles       what it is in the organisation
     * @param staff       which of the staff it is; empty if none
     * @param version     counts its changes
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

        /** Only the id. */
        @Override
        public String toString() {
            return id.value();
        }
    }

    /**
     * An account that was made, or whose owner forgot the password.
     *
     * @param id   the account
     * @param code what its owner chooses a password with, told this once
     */
    public record Invited(AccountId id, String code) {
        /** Without the code. */
        @Override
        public String toString() {
            return id.value();
        }
    }

    /**
     * Something that was seen or changed about somebody.
     *
     * @param number counts the entries
     * @param at     when
     * @param author who did it, by name; empty if nobody asked for it, or the account is gone
     * @param plan   id of the plan, or of what of a plan it was; empty if none in particular
     * @param person id of whom it is about; empty means everybody in the plan
     * @param text   what was done, in words
     */
    public record Noted(long number, Instant at, String author, String plan, String person, String text) {}

    /** Accounts that the organisation keeps or that are something in it; so many as a page has, after one. */
    public Page<Person> of(OrganisationId organisation, @Nullable AccountId after) {
        var found = Page.of(accounts.of(organisation, false, after, Page.LOOKED_FOR));
        Map<AccountId, List<RoleOf>> roles = grants.roles(organisation, found.items());
        return new Page<>(
                found.shown(one -> person(organisation, one, roles.getOrDefault(one.id(), List.of()))), found.isLast());
    }

    /**
     * One of them.
     *
     * @throws dk.grundskema.api.server.platform.Refusal 404 if the organisation sees none of that id
     */
    public Person get(OrganisationId organisation, AccountId id) {
        Account one = administration.seen(organisation, id);
        var roles = grants.roles(organisation, List.of(one));
        return person(organisation, one, roles.getOrDefault(id, List.of()));
    }

    private static Person person(OrganisationId organisation, Account one, List<RoleOf> roles) {
        return new Person(
                one.id(),
                one.name(),
                one.signInName(),
                organisation.equals(one.organisation()),
                one.active(),
                one.hasPassword(),
                one.signedIn(),
                roles.stream().map(RoleOf::role).sorted().toList(),
                roles.stream()
                        .flatMap(role -> Optional.ofNullable(role.staff()).stream())
                        .map(StaffId::value)
                        .findFirst()
                        .orElse(""),
                one.version());
    }

    /** Whom the organisation's plans have as staff, for somebody to be said to be one of them; as {@link StaffOfPlans#staff}. */
    public List<StaffOfPlans.Member> staff(OrganisationId organisation) {
        return plans.staff(organisation).members();
    }

    /**
     * Makes an account whose owner chooses a password by a code.
     *
     * @throws Refusal as {@link Administration#create}, and 422 if a name can't be one, or no plan of {@link #staff} has the member of staff
     */
    public Invited invite(
            OrganisationId organisation,
            String name,
            String signInName,
            Collection<Role> roles,
            @Nullable StaffId staff,
            Caller caller) {
        List<RoleOf> wanted = roles(roles, staff);
        check(new Checks().name("name", name).name("signInName", signInName).findings(), organisation, wanted, "");
        Administration.Made made = administration.create(organisation, name, signInName, null, wanted, caller);
        return new Invited(made.account().id(), made.code());
    }

    /** All that is wrong at once. */
    private void check(List<Finding> found, OrganisationId organisation, List<RoleOf> roles, String known) {
        var findings = new ArrayList<>(found);
        try {
            RoleOf.check(roles);
        } catch (Refusal refusal) {
            findings.addAll(refusal.findings());
        }
        roles.stream()
                .flatMap(role -> Optional.ofNullable(role.staff()).stream())
                .map(StaffId::value)
                .filter(staff -> !staff.equals(known) && !isThere(organisation, staff))
                .forEach(staff -> findings.add(Finding.error("role.staff-unknown", "/staff", staff)));
        if (!findings.isEmpty()) {
            throw Refusal.unusable(findings);
        }
    }

    private boolean isThere(OrganisationId organisation, String staff) {
        StaffOfPlans.Known known = plans.staff(organisation);
        return !known.isAll()
                || known.members().stream().anyMatch(one -> one.id().equals(staff));
    }

    private static List<RoleOf> roles(Collection<Role> roles, @Nullable StaffId staff) {
        return roles.stream()
                .map(role -> new RoleOf(role, role == Role.STAFF ? staff : null))
                .toList();
    }

    /** Gives its owner a code to choose a new password with; throws as {@link Administration#newCode}. */
    public Invited newCode(OrganisationId organisation, AccountId id, Caller caller) {
        return new Invited(id, administration.newCode(organisation, id, caller));
    }

    /**
     * Says what an account is in the organisation.
     *
     * @throws Refusal as {@link Administration#setRoles}, and 422 if no plan of {@link #staff} has the member of staff, unless the account was that
     *     one before
     */
    public void setRoles(
            OrganisationId organisation,
            AccountId id,
            long version,
            Collection<Role> roles,
            @Nullable StaffId staff,
            Caller caller) {
        List<RoleOf> wanted = roles(roles, staff);
        check(List.of(), organisation, wanted, get(organisation, id).staff());
        administration.setRoles(organisation, id, version, wanted, caller);
    }

    /**
     * Changes what an account is called and whether it can be used; throws as {@link Administration#change}.
     *
     * @throws dk.grundskema.domain.finding.InvalidValueException if a name can't be one
     */
    public void change(
            OrganisationId organisation,
            AccountId id,
            long version,
            String name,
            String signInName,
            boolean isActive,
            Caller caller) {
        var asked = new AccountController.ChangedAccount(name, signInName, isActive);
        administration.change(organisation, id, version, asked.name(), asked.signInName(), asked.active(), caller);
    }

    /** Takes an account away for good; throws as {@link Administration#remove}. */
    public void remove(OrganisationId organisation, AccountId id, long version, Caller caller) {
        administration.remove(organisation, id, version, caller);
    }

    /** What was seen and changed about people, the latest first; so many as a page has, before one. */
    public Page<Noted> noted(OrganisationId organisation, long before, Caller caller) {
        var found = Page.of(audit.of(organisation, "", before, Page.LOOKED_FOR));
        Set<AccountId> authors = found.items().stream()
                .map(Audit.Entry::account)
                .filter(account -> !account.isEmpty())
                .map(AccountId::new)
                .collect(Collectors.toSet());
        Map<AccountId, String> names = accounts.names(authors);
        return new Page<>(found.shown(each -> noted(each.to(caller), names)), found.isLast());
    }

    private Noted noted(Audit.Entry one, Map<AccountId, String> names) {
        return new Noted(
                one.number(),
                one.at(),
                one.account().isEmpty() ? "" : names.getOrDefault(new AccountId(one.account()), ""),
                Optional.ofNullable(one.plan()).orElse(""),
                Optional.ofNullable(one.person()).orElse(""),
                AuditController.words(one.action(), speaking.texts()));
    }
}
