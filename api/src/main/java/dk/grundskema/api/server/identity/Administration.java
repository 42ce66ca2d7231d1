package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.Caller.Grant;
import dk.grundskema.api.server.identity.Credential.Kind;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.platform.Refusal;
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
 * What administrators do to accounts and roles. Nobody gives more than they have, nobody changes an account that may do more somewhere than they
 * may, and an organisation that has an administrator keeps one.
 */
@Component
class Administration {
    /** How long somebody has to choose a password. */
    static final Duration CODE_LASTS = Duration.ofDays(7);

    private final Accounts accounts;
    private final Grants grants;
    private final Credentials credentials;
    private final Organisations organisations;
    private final Passwords passwords;
    private final FreshIds ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Administration(
            Accounts accounts,
            Grants grants,
            Credentials credentials,
            Organisations organisations,
            Passwords passwords,
            FreshIds ids,
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
     * An account, and the code by which its owner chooses a password.
     *
     * @param account the account
     * @param code    the code; empty if a password was given
     */
    record Made(Account account, String code) {
        /** Without the code. */
        @Override
        public String toString() {
            return account.toString();
        }
    }

    /**
     * Makes an account.
     *
     * @param password its first password; {@code null} means that the owner gets a code to choose one
     * @throws Refusal 403 if a role is above the caller, 409 if the sign-in name is taken, 422 if roles or password can't be
     */
    Made create(
            OrganisationId organisation,
            String name,
            String signInName,
            @Nullable String password,
            List<RoleOf> roles,
            Caller caller) {
        RoleOf.check(roles);
        mayGive(organisation, roles, caller);
        String hash = password == null ? null : passwords.accepted(password, "/password", signInName, name);
        var id = new AccountId(ids.id());
        return unlessTaken(() -> {
            if (accounts.named(signInName).isPresent()) {
                throw Refusal.conflict("account.sign-in-name-taken");
            }
            accounts.add(id, organisation, name, signInName, hash);
            roles.forEach(one -> grants.add(id, one.in(organisation)));
            return new Made(account(id), hash == null ? freshCode(id, caller) : "");
        });
    }

    private Made unlessTaken(Supplier<Made> work) {
        try {
            return transaction.execute(status -> work.get());
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("account.sign-in-name-taken");
        }
    }

    private Account account(AccountId id) {
        return accounts.find(id).orElseThrow(Refusal::notFound);
    }

    /**
     * The account, if the organisation keeps it or it is something there.
     *
     * @throws Refusal 404 otherwise
     */
    Account seen(OrganisationId organisation, AccountId id) {
        return accounts.find(id)
                .filter(account -> organisation.equals(account.organisation())
                        || grants.of(id).stream()
                                .anyMatch(grant -> grant.organisation().equals(organisation)))
                .orElseThrow(Refusal::notFound);
    }

    /** The account, if the organisation keeps it and it may do nothing that the caller mayn't. */
    private Account kept(OrganisationId organisation, AccountId id, Caller caller) {
        Account account = seen(organisation, id);
        boolean isAbove = grants.of(id).stream().anyMatch(grant -> !covers(caller, grant));
        if (isAbove || !organisation.equals(account.organisation())) {
            throw Refusal.of(HttpStatus.FORBIDDEN, "account.above-you");
        }
        return account;
    }

    private static boolean covers(Caller caller, Grant grant) {
        return caller.permissions(grant.organisation())
                .containsAll(withoutOwn(grant.role().permissions()));
    }

    /** What somebody may do with the own timetable is no power over others. */
    private static Set<Permission> withoutOwn(Set<Permission> permissions) {
        var rest = new HashSet<>(permissions);
        rest.remove(Permission.OWN);
        return rest;
    }

    /**
     * Changes what an account is called, how it signs in, and whether it can.
     *
     * @throws Refusal 403 if it is above the caller, 409 if the name is taken or nobody would administer, 412 if it was changed meanwhile
     */
    Account change(
            OrganisationId organisation,
            AccountId id,
            long version,
            String name,
            String signInName,
            boolean active,
            Caller caller) {
        return unlessTaken(() -> {
                    organisations.lock();
                    Account account = kept(organisation, id, caller);
                    accounts.changes(id, version);
                    accounts.named(signInName)
                            .filter(other -> !other.id().equals(id))
                            .ifPresent(other -> {
                                throw Refusal.conflict("account.sign-in-name-taken");
                            });
                    accounts.set(id, name, signInName, active);
                    if (account.active() && !active) {
                        keepsAdministrators(administered(id));
                        credentials.revokeAll(id, Kind.SESSION, null);
                        credentials.revokeAll(id, Kind.PASSWORD_CODE, null);
                    }
                    return new Made(account(id), "");
                })
                .account();
    }

    /**
     * Takes an account away for good: all that it was known by ends, and its name is forgotten.
     *
     * @throws Refusal 403 if it is above the caller, 409 if nobody would administer, 412 if it was changed meanwhile
     */
    void remove(OrganisationId organisation, AccountId id, long version, Caller caller) {
        transaction.executeWithoutResult(status -> {
            organisations.lock();
            kept(organisation, id, caller);
            accounts.changes(id, version);
            List<OrganisationId> where = administered(id);
            grants.revoke(id);
            accounts.forget(id);
            for (Kind kind : Kind.values()) {
                credentials.revokeAll(id, kind, null);
            }
            keepsAdministrators(where);
        });
    }

    private List<OrganisationId> administered(AccountId id) {
        return grants.of(id).stream()
                .filter(grant -> grant.role() == Role.ADMINISTRATOR)
                .map(Grant::organisation)
                .toList();
    }

    private void keepsAdministrators(List<OrganisationId> where) {
        for (OrganisationId organisation : where) {
            if (!grants.hasAdministrator(organisation)) {
                throw Refusal.conflict("account.last-administrator");
            }
        }
    }

    /**
     * Makes an account something in an organisation, in place of what it was there; no role means that it is nothing there any more. The account is
     * one that the organisation sees, or one that another organisation keeps which the caller administers.
     *
     * @throws Refusal 403 if a role is above the caller, 409 if nobody would administer, 412 if it was changed meanwhile, 422 if roles can't be
     */
    Account setRoles(OrganisationId organisation, AccountId id, long version, List<RoleOf> roles, Caller caller) {
        RoleOf.check(roles);
        return transaction.execute(status -> {
            organisations.lock();
            Account account = accounts.find(id)
                    .filter(one -> keeps(caller, one.organisation()))
                    .orElseGet(() -> seen(organisation, id));
            List<Grant> before = grants.of(account.id()).stream()
                    .filter(grant -> grant.organisation().equals(organisation))
                    .toList();
            mayGive(organisation, roles, caller);
            mayGive(organisation, before.stream().map(RoleOf::of).toList(), caller);
            accounts.changes(id, version);
            grants.set(
                    id,
                    organisation,
                    roles.stream().map(one -> one.in(organisation)).toList());
            if (before.stream().anyMatch(grant -> grant.role() == Role.ADMINISTRATOR)) {
                keepsAdministrators(List.of(organisation));
            }
            return account(id);
        });
    }

    private static boolean keeps(Caller caller, @Nullable OrganisationId organisation) {
        return organisation != null && caller.permissions(organisation).contains(Permission.ADMINISTER);
    }

    private static void mayGive(OrganisationId organisation, List<RoleOf> roles, Caller caller) {
        if (roles.stream().anyMatch(one -> !covers(caller, one.in(organisation)))) {
            throw Refusal.of(HttpStatus.FORBIDDEN, "account.above-you");
        }
    }

    /**
     * Gives an account's owner a code to choose a new password; the codes from before end.
     *
     * @throws Refusal 403 if the account is above the caller
     */
    String newCode(OrganisationId organisation, AccountId id, Caller caller) {
        return transaction.execute(status -> {
            accounts.lock(id);
            kept(organisation, id, caller);
            credentials.revokeAll(id, Kind.PASSWORD_CODE, null);
            return freshCode(id, caller);
        });
    }

    /** Whether the administrator who drew a password code of an account could draw one now. */
    boolean isStillAllowed(AccountId drawer, Account account) {
        Caller caller = grants.caller(drawer);
        return accounts.find(drawer).filter(Account::active).isPresent()
                && keeps(caller, account.organisation())
                && grants.of(account.id()).stream().allMatch(grant -> covers(caller, grant));
    }

    private String freshCode(AccountId id, Caller caller) {
        String code = ids.code(24);
        Instant now = clock.instant();
        credentials.addCode(
                new Credential(ids.id(), id, Kind.PASSWORD_CODE, "", Set.of(), null, now, now.plus(CODE_LASTS), null),
                code,
                caller.account());
        return code;
    }
}
