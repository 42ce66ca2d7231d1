package dk.grundskema.api.platform.account;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Caller.Grant;
import dk.grundskema.api.platform.access.Credential;
import dk.grundskema.api.platform.access.Credential.Kind;
import dk.grundskema.api.platform.access.CredentialRepository;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.domain.finding.RecordValidator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Operations of administrators on accounts and roles. Nobody grants more permissions than they have; nobody changes an account that has a permission
 * somewhere that they lack; and an organisation that has an administrator keeps at least one.
 */
@Component
public class AccountAdministration {
    /** How long a password code is valid. */
    static final Duration CODE_LIFETIME = Duration.ofDays(7);

    private final AccountRepository accounts;
    private final GrantRepository grants;
    private final CredentialRepository credentials;
    private final OrganisationRepository organisations;
    private final PasswordService passwords;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    AccountAdministration(
            AccountRepository accounts,
            GrantRepository grants,
            CredentialRepository credentials,
            OrganisationRepository organisations,
            PasswordService passwords,
            IdGenerator ids,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.grants = grants;
        this.credentials = credentials;
        this.organisations = organisations;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * A new account with its password code.
     *
     * @param account the account
     * @param code    code with which its owner chooses a password; empty if a password was given
     */
    record CreatedAccount(Account account, String code) {
        /** Omits the code. */
        @Override
        public String toString() {
            return account.toString();
        }
    }

    /** Checks the names of an account. */
    static RecordValidator validateNames(String name, String signInName) {
        return new RecordValidator().name("name", name).name("signInName", signInName);
    }

    /**
     * Creates an account.
     *
     * @param password its first password; {@code null} means that the owner gets a code to choose one
     * @throws dk.grundskema.domain.finding.InvalidValueException if a name is invalid
     * @throws RefusalException 403 if a role exceeds the caller's permissions, 409 if the sign-in name is taken, 422 if roles or password are invalid
     */
    CreatedAccount create(
            OrganisationId organisation,
            String name,
            String signInName,
            @Nullable String password,
            List<RoleAssignment> roles,
            Caller caller) {
        validateNames(name, signInName).throwIfInvalid();
        RoleAssignment.requireValid(roles);
        requireMayGrant(organisation, roles, caller);
        String hash = password == null ? null : passwords.validateAndHash(password, "/password", signInName, name);
        var id = new AccountId(ids.newId());
        return inTransactionUnlessNameTaken(() -> {
            if (accounts.findBySignInName(signInName).isPresent()) {
                throw RefusalException.conflict("account.sign-in-name-taken");
            }
            accounts.add(id, organisation, name, signInName, hash);
            roles.forEach(one -> grants.add(id, one.toGrant(organisation)));
            return new CreatedAccount(requireAccount(id), hash == null ? storePasswordCode(id, caller) : "");
        });
    }

    private CreatedAccount inTransactionUnlessNameTaken(Supplier<CreatedAccount> work) {
        try {
            return transaction.execute(status -> work.get());
        } catch (DuplicateKeyException e) {
            throw RefusalException.conflict("account.sign-in-name-taken");
        }
    }

    private Account requireAccount(AccountId id) {
        return accounts.find(id).orElseThrow(RefusalException::notFound);
    }

    /**
     * Returns the account, if the organisation manages it or it has a role there.
     *
     * @throws RefusalException 404 otherwise
     */
    Account getVisible(OrganisationId organisation, AccountId id) {
        return accounts.find(id)
                .filter(account -> organisation.equals(account.organisation())
                        || grants.findByAccount(id).stream()
                                .anyMatch(grant -> grant.organisation().equals(organisation)))
                .orElseThrow(RefusalException::notFound);
    }

    /** Returns the account, if the organisation manages it and it has no permission that the caller lacks. */
    private Account getManageable(OrganisationId organisation, AccountId id, Caller caller) {
        Account account = getVisible(organisation, id);
        boolean isAbove = grants.findByAccount(id).stream().anyMatch(grant -> !hasPermissionsOf(caller, grant));
        if (isAbove || !organisation.equals(account.organisation())) {
            throw RefusalException.of(HttpStatus.FORBIDDEN, "account.above-you");
        }
        return account;
    }

    private static boolean hasPermissionsOf(Caller caller, Grant grant) {
        return caller.permissionsIn(grant.organisation())
                .containsAll(withoutOwnTimetable(grant.role().permissions()));
    }

    /** Removes the permission for the own timetable, which gives no power over others. */
    private static Set<Permission> withoutOwnTimetable(Set<Permission> permissions) {
        var rest = new HashSet<>(permissions);
        rest.remove(Permission.OWN);
        return rest;
    }

    /**
     * Changes the name, the sign-in name and the active state of an account.
     *
     * @throws dk.grundskema.domain.finding.InvalidValueException if a name is invalid
     * @throws RefusalException 403 if it exceeds the caller's permissions, 409 if the name is taken or no administrator would be left, 412 if its version
     *     changed
     */
    Account change(
            OrganisationId organisation,
            AccountId id,
            long version,
            String name,
            String signInName,
            boolean active,
            Caller caller) {
        validateNames(name, signInName).throwIfInvalid();
        return inTransactionUnlessNameTaken(() -> {
                    organisations.lockAdministration();
                    Account account = getManageable(organisation, id, caller);
                    accounts.incrementVersion(id, version);
                    accounts.findBySignInName(signInName)
                            .filter(other -> !other.id().equals(id))
                            .ifPresent(other -> {
                                throw RefusalException.conflict("account.sign-in-name-taken");
                            });
                    accounts.update(id, name, signInName, active);
                    if (account.active() && !active) {
                        requireAdministrators(administeredOrganisations(id));
                        credentials.revokeAll(id, Kind.SESSION, null);
                        credentials.revokeAll(id, Kind.PASSWORD_CODE, null);
                    }
                    return new CreatedAccount(requireAccount(id), "");
                })
                .account();
    }

    /**
     * Deletes an account permanently: revokes its credentials and removes its name.
     *
     * @throws RefusalException 403 if it exceeds the caller's permissions, 409 if no administrator would be left, 412 if its version changed
     */
    void remove(OrganisationId organisation, AccountId id, long version, Caller caller) {
        transaction.executeWithoutResult(status -> {
            organisations.lockAdministration();
            getManageable(organisation, id, caller);
            accounts.incrementVersion(id, version);
            List<OrganisationId> where = administeredOrganisations(id);
            grants.revoke(id);
            accounts.anonymize(id);
            for (Kind kind : Kind.values()) {
                credentials.revokeAll(id, kind, null);
            }
            requireAdministrators(where);
        });
    }

    private List<OrganisationId> administeredOrganisations(AccountId id) {
        return grants.findByAccount(id).stream()
                .filter(grant -> grant.role() == Role.ADMINISTRATOR)
                .map(Grant::organisation)
                .toList();
    }

    private void requireAdministrators(List<OrganisationId> where) {
        for (OrganisationId organisation : where) {
            if (!grants.hasAdministrator(organisation)) {
                throw RefusalException.conflict("account.last-administrator");
            }
        }
    }

    /**
     * Replaces the roles of an account in an organisation; an empty list removes it from the organisation. The account is visible to the
     * organisation, or managed by another organisation that the caller administers.
     *
     * @throws RefusalException 403 if a role exceeds the caller's permissions, 409 if no administrator would be left, 412 if its version changed, 422 if
     *     roles are invalid
     */
    Account setRoles(
            OrganisationId organisation, AccountId id, long version, List<RoleAssignment> roles, Caller caller) {
        RoleAssignment.requireValid(roles);
        return transaction.execute(status -> {
            organisations.lockAdministration();
            Account account = accounts.find(id)
                    .filter(one -> mayAdminister(caller, one.organisation()))
                    .orElseGet(() -> getVisible(organisation, id));
            List<Grant> before = grants.findByAccount(account.id()).stream()
                    .filter(grant -> grant.organisation().equals(organisation))
                    .toList();
            requireMayGrant(organisation, roles, caller);
            requireMayGrant(
                    organisation, before.stream().map(RoleAssignment::of).toList(), caller);
            accounts.incrementVersion(id, version);
            grants.replaceGrants(
                    account,
                    before,
                    roles.stream().map(one -> one.toGrant(organisation)).toList());
            if (before.stream().anyMatch(grant -> grant.role() == Role.ADMINISTRATOR)) {
                requireAdministrators(List.of(organisation));
            }
            return account.withVersion(version + 1);
        });
    }

    private static boolean mayAdminister(Caller caller, @Nullable OrganisationId organisation) {
        return organisation != null && caller.permissionsIn(organisation).contains(Permission.ADMINISTER);
    }

    private static void requireMayGrant(OrganisationId organisation, List<RoleAssignment> roles, Caller caller) {
        if (roles.stream().anyMatch(one -> !hasPermissionsOf(caller, one.toGrant(organisation)))) {
            throw RefusalException.of(HttpStatus.FORBIDDEN, "account.above-you");
        }
    }

    /**
     * Issues a code with which an account's owner chooses a new password; earlier codes end.
     *
     * @throws RefusalException 403 if the account exceeds the caller's permissions
     */
    String createPasswordCode(OrganisationId organisation, AccountId id, Caller caller) {
        return transaction.execute(status -> {
            accounts.lock(id);
            getManageable(organisation, id, caller);
            credentials.revokeAll(id, Kind.PASSWORD_CODE, null);
            return storePasswordCode(id, caller);
        });
    }

    /** Returns whether the administrator who issued a password code for an account could still issue one. */
    public boolean mayStillIssueCode(AccountId drawer, Account account) {
        Caller caller = grants.resolveCaller(drawer);
        return accounts.find(drawer).filter(Account::active).isPresent()
                && mayAdminister(caller, account.organisation())
                && grants.findByAccount(account.id()).stream().allMatch(grant -> hasPermissionsOf(caller, grant));
    }

    private String storePasswordCode(AccountId id, Caller caller) {
        String code = ids.newCode(24);
        Instant now = clock.instant();
        credentials.addPasswordCode(
                new Credential(
                        ids.newId(), id, Kind.PASSWORD_CODE, "", Set.of(), null, now, now.plus(CODE_LIFETIME), null),
                code,
                caller.account());
        return code;
    }
}
