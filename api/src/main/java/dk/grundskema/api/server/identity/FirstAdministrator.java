package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.Caller.Grant;
import dk.grundskema.api.server.identity.Organisations.Organisation;
import dk.grundskema.api.server.platform.FreshIds;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The first account of a fresh installation, and the first organisation, which it administers. */
@Component
public class FirstAdministrator {
    private static final Duration TOKEN_LASTS = Duration.ofDays(365);

    private final Accounts accounts;
    private final Organisations organisations;
    private final PasswordEncoder passwords;
    private final FreshIds ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    FirstAdministrator(
            Accounts accounts,
            Organisations organisations,
            PasswordEncoder passwords,
            FreshIds ids,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Whether nobody can sign in yet. */
    public boolean isMissing() {
        return accounts.isEmpty();
    }

    /**
     * Makes the account {@code admin} and the organisation that it administers.
     *
     * @param password what it signs in with
     * @param token    API token that it may use at once, for a year; empty means none
     */
    public void create(String password, String token) {
        transaction.executeWithoutResult(status -> {
            var organisation = new OrganisationId("home");
            organisations.add(new Organisation(organisation, "Grundskema", null));
            var account = new AccountId(ids.id());
            accounts.add(account, "admin", "admin", passwords.encode(password));
            accounts.grant(account, new Grant(organisation, Role.ADMINISTRATOR, null));
            if (!token.isEmpty()) {
                accounts.addCredential(
                        ids.id(),
                        account,
                        "TOKEN",
                        token,
                        "GRUNDSKEMA_ADMIN_TOKEN",
                        EnumSet.allOf(Permission.class),
                        clock.instant().plus(TOKEN_LASTS));
            }
        });
    }
}
