package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.Credential.Kind;
import dk.grundskema.api.server.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** Ways in and out for people who come with a browser. */
@Component
public class Doorway {
    private final SignIn signIn;
    private final SignInLimits limits;
    private final FirstAdministrator first;
    private final Accounts accounts;
    private final Credentials credentials;
    private final boolean isElsewhere;

    Doorway(
            SignIn signIn,
            SignInLimits limits,
            FirstAdministrator first,
            Accounts accounts,
            Credentials credentials,
            ObjectProvider<ClientRegistrationRepository> issuer) {
        this.signIn = signIn;
        this.limits = limits;
        this.first = first;
        this.accounts = accounts;
        this.credentials = credentials;
        this.isElsewhere = issuer.getIfAvailable() != null;
    }

    /**
     * Somebody who is signed in by a session.
     *
     * @param account whose session it is
     * @param name first and last name
     * @param csrf what forms of the session's pages repeat
     */
    public record Inside(AccountId account, String name, String csrf) {
        /** Says nothing. */
        @Override
        public String toString() {
            return "somebody";
        }
    }

    /** Who makes the request that this thread answers, if it comes with a session; also where it is refused before that is found out. */
    public Optional<Inside> inside(HttpServletRequest request) {
        return AccessCheck.current(Presented.class).or(() -> early(request)).flatMap(presented -> {
            String csrf = presented.csrf();
            AccountId account = presented.credential().account();
            return csrf == null
                    ? Optional.empty()
                    : Optional.of(
                            new Inside(account, accounts.names(List.of(account)).getOrDefault(account, ""), csrf));
        });
    }

    private Optional<Presented> early(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null
                ? Cookies.session(request)
                        .flatMap(secret -> credentials
                                .known(secret, Kind.SESSION)
                                .map(one -> new Presented(one, Presented.csrf(secret))))
                : Optional.empty();
    }

    /** What whoever makes the request that this thread answers may do in an organisation; nothing if nobody is known. */
    public Set<Permission> permissions(OrganisationId organisation) {
        return AccessCheck.current()
                .map(caller -> caller.permissions(organisation))
                .orElse(Set.of());
    }

    /** Where to sign in by another service; empty if that isn't set up. */
    public Optional<String> elsewhere() {
        return isElsewhere ? Optional.of("/oauth2/authorization/" + Issuer.ID) : Optional.empty();
    }

    /** Whether nobody has an account yet. */
    public boolean isFirst() {
        return first.isMissing();
    }

    /**
     * Begins a session.
     *
     * @throws Refusal 401 if name and password aren't somebody's; 429 if there were too many attempts
     */
    public void enter(String signInName, String password, HttpServletRequest request, HttpServletResponse response) {
        signIn.begin(signIn.withPassword(signInName, password, request.getRemoteAddr()), request, response);
    }

    /**
     * Makes the first account and organisation, and begins a session.
     *
     * @param typed the code that is on the console
     * @throws Refusal 403 if the code isn't good; 422 if the password can't be one; 429 if there were too many attempts
     * @throws dk.grundskema.domain.finding.InvalidValueException if a name can't be one
     */
    public void enterFirst(NewFirstAdministrator typed, HttpServletRequest request, HttpServletResponse response) {
        limits.fromAddress(request.getRemoteAddr());
        Account account = first.redeem(
                typed.code(), typed.name(), typed.signInName(), typed.password(), typed.organisationName());
        signIn.begin(account, request, response);
    }

    /** Ends the session, if there is one. */
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        AccessCheck.current(Presented.class).ifPresent(presented -> signIn.end(presented, request, response));
    }
}
