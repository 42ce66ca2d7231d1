package dk.grundskema.api.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Somebody comes back from signing in elsewhere. The browser is sent on to our pages, whether there is an account here or not; why not, or that it is
 * nothing here yet, is in the address as a code.
 */
@Component
class SignedInElsewhere implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SignedInElsewhere.class);

    private final ElsewhereAccounts accounts;
    private final Grants grants;
    private final SignIn signIn;

    SignedInElsewhere(ElsewhereAccounts accounts, Grants grants, SignIn signIn) {
        this.accounts = accounts;
        this.grants = grants;
        this.signIn = signIn;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication elsewhere) throws IOException {
        Optional<Account> account =
                elsewhere.getPrincipal() instanceof OidcUser user ? accounts.of(user) : Optional.empty();
        if (account.isEmpty()) {
            response.sendRedirect("/?sign-in=unknown");
            return;
        }
        signIn.begin(account.get(), request, response);
        boolean isWaiting = grants.of(account.get().id()).isEmpty();
        response.sendRedirect(isWaiting ? "/?sign-in=waiting" : "/");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.warn("Signing in elsewhere failed ({}).", failure.getClass().getSimpleName());
        response.sendRedirect("/?sign-in=failed");
    }
}
