package dk.grundskema.api.platform.account;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Caller.Grant;
import dk.grundskema.api.platform.access.Credential;
import dk.grundskema.api.platform.access.Credential.Kind;
import dk.grundskema.api.platform.access.CredentialRepository;
import dk.grundskema.api.platform.access.CredentialRepository.CredentialWithGrants;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.domain.people.StaffId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the roles of accounts in organisations. */
@Component
public class GrantRepository {
    private final JdbcClient database;
    private final OrganisationRepository organisations;
    private final AccountRepository accounts;
    private final CredentialRepository credentials;

    GrantRepository(
            JdbcClient database,
            OrganisationRepository organisations,
            AccountRepository accounts,
            CredentialRepository credentials) {
        this.database = database;
        this.organisations = organisations;
        this.accounts = accounts;
        this.credentials = credentials;
    }

    /** Returns an account as a caller, with all its roles. */
    Caller resolveCaller(AccountId account) {
        return new Caller(account, expandToSuborganisations(findByAccount(account)), EnumSet.allOf(Permission.class));
    }

    /** Returns the caller of a credential. */
    public Caller resolveCaller(Credential credential) {
        return resolveCaller(credential, expandToSuborganisations(findByAccount(credential.account())));
    }

    /** Returns the caller of a credential whose grants are known. */
    public Caller resolveCaller(CredentialWithGrants known) {
        return resolveCaller(known.credential(), known.grants());
    }

    private Caller resolveCaller(Credential credential, List<Grant> everywhere) {
        OrganisationId limit = credential.limit();
        if (limit == null) {
            return new Caller(credential.account(), everywhere, credential.scopes());
        }
        var within = organisations.findSubtree(limit);
        return new Caller(
                credential.account(),
                everywhere.stream()
                        .filter(grant -> within.contains(grant.organisation()))
                        .toList(),
                credential.scopes());
    }

    /** Returns the roles that were assigned to an account, without those inherited by the organisations below. */
    public List<Grant> findByAccount(AccountId account) {
        return findByAccount(List.of(account)).getOrDefault(account, List.of());
    }

    /** Returns the roles that were assigned to several accounts; accounts without roles are missing. */
    Map<AccountId, List<Grant>> findByAccount(Collection<AccountId> some) {
        var all = new HashMap<AccountId, List<Grant>>();
        if (!some.isEmpty()) {
            database.sql(
                            "SELECT account, organisation, role, staff FROM role_grant WHERE account IN (:accounts) ORDER BY organisation, role")
                    .param("accounts", some.stream().map(AccountId::value).toList())
                    .query(row -> {
                        String staff = row.getString("staff");
                        var grant = new Grant(
                                new OrganisationId(row.getString("organisation")),
                                Role.valueOf(row.getString("role")),
                                staff == null ? null : new StaffId(staff));
                        all.computeIfAbsent(new AccountId(row.getString("account")), fresh -> new ArrayList<>())
                                .add(grant);
                    });
        }
        return all;
    }

    /** Returns the roles of some accounts in one organisation; accounts without roles there are missing. */
    Map<AccountId, List<RoleAssignment>> findRolesIn(OrganisationId organisation, List<Account> some) {
        var roles = new HashMap<AccountId, List<RoleAssignment>>();
        findByAccount(some.stream().map(Account::id).toList())
                .forEach((account, grants) -> roles.put(
                        account,
                        grants.stream()
                                .filter(grant -> grant.organisation().equals(organisation))
                                .map(RoleAssignment::of)
                                .toList()));
        return roles;
    }

    private List<Grant> expandToSuborganisations(List<Grant> own) {
        var within =
                organisations.findSubtree(own.stream().map(Grant::organisation).collect(Collectors.toSet()));
        var all = new ArrayList<Grant>();
        own.forEach(grant -> within.getOrDefault(grant.organisation(), Set.of())
                .forEach(one -> all.add(new Grant(one, grant.role(), grant.staffId()))));
        return all;
    }

    /**
     * Adds a role. The account's password codes end: their issuer may have had enough permissions for the account as it was, but not for the account
     * as it is now. If the role is outside the organisation that manages the account, its sessions and tokens end too, because an administrator of
     * that organisation may have created them.
     */
    public void add(AccountId account, Grant grant) {
        accounts.lock(account);
        revokeCredentialsOthersMayHold(account, keeperOf(account), List.of(grant));
        add(account, grant, false);
    }

    /** Returns the organisation that manages an account; {@code null} if none. */
    private @Nullable OrganisationId keeperOf(AccountId account) {
        return accounts.find(account).map(Account::organisation).orElse(null);
    }

    private void revokeCredentialsOthersMayHold(
            AccountId account, @Nullable OrganisationId keeper, List<Grant> gained) {
        credentials.revokeAll(account, Kind.PASSWORD_CODE, null);
        Set<OrganisationId> where = gained.stream().map(Grant::organisation).collect(Collectors.toSet());
        if (keeper == null || !isKeptBelow(keeper, where)) {
            credentials.revokeAll(account, Kind.SESSION, null);
            credentials.revokeAll(account, Kind.TOKEN, null);
        }
    }

    /** Returns whether all of these organisations are the keeper or below it. */
    private boolean isKeptBelow(OrganisationId keeper, Set<OrganisationId> where) {
        return where.equals(Set.of(keeper))
                || organisations
                        .findSubtree(Set.of(keeper))
                        .getOrDefault(keeper, Set.of())
                        .containsAll(where);
    }

    private void add(AccountId account, Grant grant, boolean isElsewhere) {
        StaffId staff = grant.staffId();
        database.sql("""
                        INSERT INTO role_grant (account, organisation, role, staff, elsewhere)
                        VALUES (:account, :organisation, :role, :staff, :elsewhere)""")
                .param("account", account.value())
                .param("organisation", grant.organisation().value())
                .param("role", grant.role().name())
                .param("staff", staff == null ? null : staff.value())
                .param("elsewhere", isElsewhere)
                .update();
    }

    /** Removes all roles of an account. */
    void revoke(AccountId account) {
        database.sql("DELETE FROM role_grant WHERE account = :account")
                .param("account", account.value())
                .update();
    }

    /**
     * Replaces the roles of an account in an organisation. A role that it already has keeps its origin, so the issuer can still revoke a role that it
     * granted.
     *
     * @param before its roles in the organisation so far
     */
    void replaceGrants(Account account, List<Grant> before, List<Grant> wanted) {
        before.stream().filter(grant -> !wanted.contains(grant)).forEach(grant -> revoke(account.id(), grant));
        List<Grant> gained =
                wanted.stream().filter(grant -> !before.contains(grant)).toList();
        if (!gained.isEmpty()) {
            accounts.lock(account.id());
            revokeCredentialsOthersMayHold(account.id(), account.organisation(), gained);
            gained.forEach(grant -> add(account.id(), grant, false));
        }
    }

    private void revoke(AccountId account, Grant grant) {
        database.sql(
                        "DELETE FROM role_grant WHERE account = :account AND organisation = :organisation AND role = :role")
                .param("account", account.value())
                .param("organisation", grant.organisation().value())
                .param("role", grant.role().name())
                .update();
    }

    /** Returns whether an active account administers the organisation, directly or from further up. */
    boolean hasAdministrator(OrganisationId organisation) {
        List<String> upwards = organisations.findWithAncestors(organisation).stream()
                .map(OrganisationId::value)
                .toList();
        return database.sql("""
                        SELECT COUNT(*) FROM role_grant g JOIN account a ON a.id = g.account
                        WHERE g.role = 'ADMINISTRATOR' AND g.organisation IN (:upwards)
                        AND a.active = TRUE AND (a.password IS NOT NULL OR a.signed_in IS NOT NULL)""").param("upwards", upwards).query(Long.class).single() > 0;
    }

    /**
     * Replaces the roles that the OpenID Connect issuer granted to an account. Roles assigned by administrators stay. If the account gains a
     * permission, the same credentials end as in {@link #add(AccountId, Grant)}.
     *
     * @param said the new roles, at most one for each role and organisation
     */
    public void replaceOidcGrants(AccountId account, Set<Grant> said) {
        accounts.lock(account);
        List<Grant> before = findByAccount(account);
        database.sql("DELETE FROM role_grant WHERE account = :account AND elsewhere = TRUE")
                .param("account", account.value())
                .update();
        List<Grant> here = findByAccount(account);
        said.stream()
                .filter(grant -> here.stream()
                        .noneMatch(known ->
                                known.organisation().equals(grant.organisation()) && known.role() == grant.role()))
                .forEach(grant -> add(account, grant, true));
        List<Grant> gained = findByAccount(account).stream()
                .filter(grant -> !before.contains(grant))
                .toList();
        if (!gained.isEmpty()) {
            revokeCredentialsOthersMayHold(account, keeperOf(account), gained);
        }
    }
}
