package dk.grundskema.api.platform.signin;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Caller.Grant;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.access.SecretHash;
import dk.grundskema.api.platform.account.Account;
import dk.grundskema.api.platform.account.AccountRepository;
import dk.grundskema.api.platform.account.GrantRepository;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.api.platform.account.PasswordService;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.RefusalException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates the first account of a new installation, and the first organisation, which it administers. */
@Component
public class FirstAdministratorSetup {
    private static final Duration TOKEN_LIFETIME = Duration.ofDays(365);
    private static final OrganisationId HOME = new OrganisationId("home");

    private final AccountRepository accounts;
    private final GrantRepository grants;
    private final OrganisationRepository organisations;
    private final PasswordService passwords;
    private final TokenIssuer tokens;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private @Nullable String code;

    FirstAdministratorSetup(
            AccountRepository accounts,
            GrantRepository grants,
            OrganisationRepository organisations,
            PasswordService passwords,
            TokenIssuer tokens,
            IdGenerator ids,
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

    /** Event: the first administrator was created. */
    public record FirstAdministratorCreated() {}

    /** Returns whether there is no account yet. */
    public boolean isMissing() {
        return accounts.isEmpty();
    }

    /**
     * Creates the account {@code admin} and the organisation that it administers.
     *
     * @param password password of the account
     * @param token    API token, valid for a year; empty means none
     */
    public void create(String password, String token) {
        transaction.executeWithoutResult(status -> {
            AccountId account = add("admin", "admin", passwords.hash(password), "Grundskema");
            if (!token.isEmpty()) {
                tokens.add(account, "GRUNDSKEMA_ADMIN_TOKEN", clock.instant().plus(TOKEN_LIFETIME), token);
            }
        });
    }

    private AccountId add(String name, String signInName, String hash, String organisationName) {
        organisations.add(HOME, organisationName, null);
        var account = new AccountId(ids.newId());
        accounts.add(account, HOME, name, signInName, hash);
        grants.add(account, new Grant(HOME, Role.ADMINISTRATOR, null));
        return account;
    }

    /** Returns a code to print on this process's console; it ends with its first use and with the process. */
    public synchronized String issueCode() {
        String fresh = ids.newCode(16);
        code = fresh;
        return fresh;
    }

    /**
     * Creates the first account with the code.
     *
     * @throws RefusalException 403 if the code is wrong or there is an account already; 422 if the password is invalid
     */
    synchronized Account redeemCode(
            String typed, String name, String signInName, String password, String organisationName) {
        String expected = code;
        boolean isRight = expected != null && SecretHash.isSame(typed.strip(), expected);
        if (!isRight || !isMissing()) {
            throw RefusalException.of(HttpStatus.FORBIDDEN, "first-administrator.code-unknown");
        }
        String hash = passwords.validateAndHash(password, "/password", signInName, name);
        try {
            AccountId made = transaction.execute(status -> add(name, signInName, hash, organisationName));
            code = null;
            events.publishEvent(new FirstAdministratorCreated());
            return accounts.find(made).orElseThrow(RefusalException::notFound);
        } catch (DuplicateKeyException e) {
            throw RefusalException.of(
                    HttpStatus.FORBIDDEN, "first-administrator.code-unknown"); // another process was first
        }
    }
}
