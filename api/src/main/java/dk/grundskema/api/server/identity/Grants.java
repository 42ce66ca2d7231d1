package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.Caller.Grant;
import dk.grundskema.api.server.identity.Credential.Kind;
import dk.grundskema.domain.people.StaffId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What accounts are in which organisations, as the database has it. */
@Component
class Grants {
    private final JdbcClient database;
    private final Organisations organisations;
    private final Accounts accounts;
    private final Credentials credentials;

    Grants(JdbcClient database, Organisations organisations, Accounts accounts, Credentials credentials) {
        this.database = database;
        this.organisations = organisations;
        this.accounts = accounts;
        this.credentials = credentials;
    }

    /** An account as a caller, with all that it may do. */
    Caller caller(AccountId account) {
        return new Caller(account, spread(of(account)), EnumSet.allOf(Permission.class));
    }

    /** Who calls with a credential. */
    Caller caller(Credential credential) {
        List<Grant> everywhere = spread(of(credential.account()));
        OrganisationId limit = credential.limit();
        if (limit == null) {
            return new Caller(credential.account(), everywhere, credential.scopes());
        }
        var within = organisations.within(limit);
        return new Caller(
                credential.account(),
                everywhere.stream()
                        .filter(grant -> within.contains(grant.organisation()))
                        .toList(),
                credential.scopes());
    }

    /** What an account was made where, without what follows for the organisations below. */
    List<Grant> of(AccountId account) {
        return of(List.of(account)).getOrDefault(account, List.of());
    }

    /** The same of several accounts; those that are nothing anywhere are missing. */
    Map<AccountId, List<Grant>> of(Collection<AccountId> some) {
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

    /** What some accounts are in one organisation; those that are nothing there are missing. */
    Map<AccountId, List<RoleOf>> roles(OrganisationId organisation, List<Account> some) {
        var roles = new HashMap<AccountId, List<RoleOf>>();
        of(some.stream().map(Account::id).toList())
                .forEach((account, grants) -> roles.put(
                        account,
                        grants.stream()
                                .filter(grant -> grant.organisation().equals(organisation))
                                .map(RoleOf::of)
                                .toList()));
        return roles;
    }

    private List<Grant> spread(List<Grant> own) {
        var within = organisations.within(own.stream().map(Grant::organisation).collect(Collectors.toSet()));
        var all = new ArrayList<Grant>();
        own.forEach(grant -> within.getOrDefault(grant.organisation(), Set.of())
                .forEach(one -> all.add(new Grant(one, grant.role(), grant.staffId()))));
        return all;
    }

    /**
     * Makes an account something in an organisation. Its password codes end: who drew one may have had power over the account as it was, and not as it
     * is now. By a role outside the organisation that keeps the account its sessions and tokens end, too: an administrator there may have made them.
     */
    void add(AccountId account, Grant grant) {
        accounts.lock(account);
        endWhatOthersMayHave(account, List.of(grant));
        add(account, grant, false);
    }

    private void endWhatOthersMayHave(AccountId account, List<Grant> gained) {
        credentials.revokeAll(account, Kind.PASSWORD_CODE, null);
        Set<OrganisationId> kept = accounts.find(account)
                .map(Account::organisation)
                .map(keeper -> organisations.within(Set.of(keeper)).getOrDefault(keeper, Set.of()))
                .orElse(Set.of());
        if (!kept.containsAll(gained.stream().map(Grant::organisation).toList())) {
            credentials.revokeAll(account, Kind.SESSION, null);
            credentials.revokeAll(account, Kind.TOKEN, null);
        }
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

    /** Makes an account nothing anywhere. */
    void revoke(AccountId account) {
        database.sql("DELETE FROM role_grant WHERE account = :account")
                .param("account", account.value())
                .update();
    }

    /** Makes an account this and nothing else in an organisation. What it was already stays whoever's it was: an issuer can still end what it gave. */
    void set(AccountId account, OrganisationId organisation, List<Grant> wanted) {
        List<Grant> before = of(account).stream()
                .filter(grant -> grant.organisation().equals(organisation))
                .toList();
        before.stream().filter(grant -> !wanted.contains(grant)).forEach(grant -> revoke(account, grant));
        wanted.stream().filter(grant -> !before.contains(grant)).forEach(grant -> add(account, grant));
    }

    private void revoke(AccountId account, Grant grant) {
        database.sql(
                        "DELETE FROM role_grant WHERE account = :account AND organisation = :organisation AND role = :role")
                .param("account", account.value())
                .param("organisation", grant.organisation().value())
                .param("role", grant.role().name())
                .update();
    }

    /** Whether somebody can sign in who administers an organisation, there or further up. */
    boolean hasAdministrator(OrganisationId organisation) {
        List<String> upwards = organisations.upwards(organisation).stream()
                .map(OrganisationId::value)
                .toList();
        return database.sql("""
                        SELECT COUNT(*) FROM role_grant g JOIN account a ON a.id = g.account
                        WHERE g.role = 'ADMINISTRATOR' AND g.organisation IN (:upwards)
                        AND a.active = TRUE AND (a.password IS NOT NULL OR a.signed_in IS NOT NULL)""").param("upwards", upwards).query(Long.class).single() > 0;
    }

    /**
     * Makes an account what an issuer says that it is. What an administrator made it stays; what the issuer said before and says no more ends. If it gains
     * a right by this, the same ends as in {@link #add(AccountId, Grant)}.
     *
     * @param said what it is to be, one of a role in an organisation
     */
    void setElsewhere(AccountId account, Set<Grant> said) {
        accounts.lock(account);
        List<Grant> before = of(account);
        database.sql("DELETE FROM role_grant WHERE account = :account AND elsewhere = TRUE")
                .param("account", account.value())
                .update();
        List<Grant> here = of(account);
        said.stream()
                .filter(grant -> here.stream()
                        .noneMatch(known ->
                                known.organisation().equals(grant.organisation()) && known.role() == grant.role()))
                .forEach(grant -> add(account, grant, true));
        List<Grant> gained =
                of(account).stream().filter(grant -> !before.contains(grant)).toList();
        if (!gained.isEmpty()) {
            endWhatOthersMayHave(account, gained);
        }
    }
}
