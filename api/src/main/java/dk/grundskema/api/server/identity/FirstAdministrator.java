package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.Caller.Grant;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.platform.Refusal;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The first account of a fresh installation, and the first organisation, which it administers. */
@Component
public class FirstAdministrator {
    private static final Duration TOKEN_LASTS = Duration.ofDays(365);
    private static final OrganisationId HOME = new OrganisationId("home");

    private final Accounts accounts;
    private final Grants grants;
    private final Organisations organisations;
    private final Passwords passwords;
    private final Tokens tokens;
    private final FreshIds ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private @Nullable String code;

    FirstAdministrator(
            Accounts accounts,
            Grants grants,
            Organisations organisations,
            Passwords passwords,
            Tokens tokens,
            FreshIds ids,
            InstantSource clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.grants = grants;
        this.organisations = organisations;
        this.passwords = passwords;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    /** Somebody became the first administrator, for good. */
    public record Arrived() {}

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
            AccountId account = add("admin", "admin", passwords.hash(password), "Grundskema");
            if (!token.isEmpty()) {
                tokens.add(account, "GRUNDSKEMA_ADMIN_TOKEN", clock.instant().plus(TOKEN_LASTS), token);
            }
        });
    }

    private AccountId add(String name, String signInName, String hash, String organisationName) {
        organisations.add(HOME, organisationName, null);
        var account = new AccountId(ids.id());
        accounts.add(account, HOME, name, signInName, hash);
        grants.add(account, new Grant(HOME, Role.ADMINISTRATOR, null));
        return account;
    }

    /** A code for whoever sees this process's console; it ends with its first use and with the process. */
    public synchronized String freshCode() {
        String fresh = ids.code(16);
        code = fresh;
        return fresh;
    }

    /**
     * Makes the first account for whoever knows the code.
     *
     * @throws Refusal 403 if that isn't the code, or there is no use for one any more; 422 if the password can't be one
     */
    synchronized Account redeem(
            String typed, String name, String signInName, String password, String organisationName) {
        String expected = code;
        boolean isRight = expected != null && Secrets.isSame(typed.strip(), expected);
        if (!isRight || !isMissing()) {
            throw Refusal.of(HttpStatus.FORBIDDEN, "first-administrator.code-unknown");
        }
        String hash = passwords.accepted(password, "/password", signInName, name);
        try {
            AccountId made = transaction.execute(status -> add(name, signInName, hash, organisationName));
            code = null;
            events.publishEvent(new Arrived());
            return accounts.find(made).orElseThrow(Refusal::notFound);
        } catch (DuplicateKeyException e) {
            throw Refusal.of(HttpStatus.FORBIDDEN, "first-administrator.code-unknown"); // another worker was first
        }
    }
}
