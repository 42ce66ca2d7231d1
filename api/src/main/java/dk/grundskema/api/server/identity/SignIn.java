package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.Credential.Kind;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins and ends sessions. */
@Component
class SignIn {
    /** A session ends after so long, however much it is used. */
    static final Duration LASTS = Duration.ofHours(12);

    private final Accounts accounts;
    private final Credentials credentials;
    private final Administration administration;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final FreshIds ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final boolean isAlwaysEncrypted;

    SignIn(
            Accounts accounts,
            Credentials credentials,
            Administration administration,
            Passwords passwords,
            SignInLimits limits,
            FreshIds ids,
            InstantSource clock,
            TransactionTemplate transaction,
            @Value("${grundskema.secure-cookies:false}") boolean isAlwaysEncrypted) {
        this.isAlwaysEncrypted = isAlwaysEncrypted;
        this.accounts = accounts;
        this.credentials = credentials;
        this.administration = administration;
        this.passwords = passwords;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Somebody who typed the right password.
     *
     * @param account the account
     * @param hash    what was kept of the password when it was compared
     */
    record Proven(Account account, String hash) {
        /** Only the account. */
        @Override
        public String toString() {
            return account.toString();
        }
    }

    /**
     * The account with that name and password. Whether the name, the password or the account is the reason for a no isn't told.
     *
     * @param address where the request comes from
     * @throws Refusal 401 if that is nobody; 429 if there were too many attempts
     */
    Proven withPassword(String signInName, String password, String address) {
        limits.attempt(signInName, address);
        Optional<Account> known = accounts.named(signInName).filter(Account::active);
        Optional<String> hash = known.flatMap(account -> accounts.password(account.id()));
        boolean isRight = passwords.matches(password, hash);
        if (known.isEmpty() || hash.isEmpty() || !isRight) {
            limits.failed(signInName, address);
            throw wrong();
        }
        limits.succeeded(signInName, address);
        return new Proven(known.get(), hash.get());
    }

    private static Refusal wrong() {
        return Refusal.of(HttpStatus.UNAUTHORIZED, "sign-in.wrong");
    }

    /**
     * A session that has begun.
     *
     * @param credential the session
     * @param csrf       what its pages repeat
     */
    record Begun(Credential credential, String csrf) {
        /** Only the session's id. */
        @Override
        public String toString() {
            return credential.toString();
        }
    }

    /**
     * Begins a session of an account whose password was typed.
     *
     * @throws Refusal 401 if the password was changed or the account closed since it was compared: a new password ends all sessions that the old one began
     */
    Begun begin(Proven proven, HttpServletRequest request, HttpServletResponse response) {
        AccountId id = proven.account().id();
        return begin(
                proven.account(),
                () -> {
                    accounts.lock(id);
                    boolean isAsProven = accounts.password(id).equals(Optional.of(proven.hash()))
                            && accounts.find(id).filter(Account::active).isPresent();
                    if (!isAsProven) {
                        throw wrong();
                    }
                },
                request,
                response);
    }

    /** Begins a session. The one that the browser had is ended: a secret from before a sign-in is never good after it. */
    Begun begin(Account account, HttpServletRequest request, HttpServletResponse response) {
        return begin(account, () -> {}, request, response);
    }

    private Begun begin(Account account, Runnable check, HttpServletRequest request, HttpServletResponse response) {
        String secret = ids.secret();
        Instant now = clock.instant();
        var session = new Credential(
                ids.id(),
                account.id(),
                Kind.SESSION,
                "",
                EnumSet.allOf(Permission.class),
                null,
                now,
                now.plus(LASTS),
                null);
        transaction.executeWithoutResult(status -> {
            check.run();
            Cookies.session(request)
                    .flatMap(old -> credentials.known(old, Kind.SESSION))
                    .ifPresent(old -> credentials.revoke(old.id()));
            credentials.add(session, secret);
            accounts.signedIn(account.id());
        });
        Cookies.set(response, secret, isEncrypted(request), LASTS);
        return new Begun(session, Presented.csrf(secret));
    }

    private boolean isEncrypted(HttpServletRequest request) {
        return isAlwaysEncrypted || request.isSecure();
    }

    /** Ends the session that the request comes with, if it comes with one. */
    void end(Presented presented, HttpServletRequest request, HttpServletResponse response) {
        if (presented.credential().kind() == Kind.SESSION) {
            credentials.revoke(presented.credential().id());
        }
        Cookies.clear(response, isEncrypted(request));
    }

    /**
     * Lets somebody choose a password who was given a code for it. All codes, sessions and tokens of the account end.
     *
     * @throws Refusal 403 if the code isn't good or not any more, or the administrator who drew it could draw none now; 422 if the password can't be one
     */
    void choosePassword(String code, String password, String address) {
        limits.fromAddress(address);
        Account account = codeOwner(code);
        String hash = passwords.accepted(password, "/password", account.signInName(), account.name());
        transaction.executeWithoutResult(status -> {
            accounts.lock(account.id());
            codeOwner(code); // the code may have ended while the hash was made
            accounts.setPassword(account.id(), hash);
            for (Kind kind : Kind.values()) {
                credentials.revokeAll(account.id(), kind, null);
            }
        });
        limits.succeeded(account.signInName());
    }

    private Account codeOwner(String code) {
        return credentials
                .known(code.strip(), Kind.PASSWORD_CODE)
                .flatMap(credential -> accounts.find(credential.account())
                        .filter(account -> credentials
                                .drawnBy(credential)
                                .filter(drawer -> administration.isStillAllowed(drawer, account))
                                .isPresent()))
                .orElseThrow(() -> Refusal.of(HttpStatus.FORBIDDEN, "password.code-unknown"));
    }

    /**
     * Changes the caller's own password. All other sessions and all password codes of the account end. Its tokens stay: they have secrets of their own,
     * and the caller can see each of them and take it back.
     *
     * @throws Refusal 401 if the session ended meanwhile; 403 if the present password is wrong, or was changed meanwhile; 422 if the new one can't be one;
     *                 429 if there were too many attempts
     */
    void changePassword(Account account, Credential by, String present, String password) {
        limits.withName(account.signInName());
        Optional<String> kept = accounts.password(account.id());
        if (!passwords.matches(present, kept)) {
            limits.failed(account.signInName());
            throw wrongPresent();
        }
        String hash = passwords.accepted(password, "/password", account.signInName(), account.name());
        transaction.executeWithoutResult(status -> {
            accounts.lock(account.id());
            credentials.requireGood(by);
            if (!accounts.password(account.id()).equals(kept)) {
                throw wrongPresent();
            }
            accounts.setPassword(account.id(), hash);
            credentials.revokeAll(account.id(), Kind.PASSWORD_CODE, null);
            credentials.revokeAll(account.id(), Kind.SESSION, by.id());
        });
    }

    private static Refusal wrongPresent() {
        return Refusal.of(HttpStatus.FORBIDDEN, "password.wrong");
    }
}
