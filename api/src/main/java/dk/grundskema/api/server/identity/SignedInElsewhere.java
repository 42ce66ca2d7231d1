package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.platform.FreshIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Somebody comes back from signing in elsewhere. Who it is follows from the address, if the issuer has verified it: it is the sign-in name of an
 * account here. The browser is sent on to our pages, whether there is one or not; why not is in the address as a code.
 */
@Component
class SignedInElsewhere implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SignedInElsewhere.class);

    private final Accounts accounts;
    private final SignIn signIn;
    private final FreshIds ids;
    private final boolean isCreating;

    SignedInElsewhere(
            Accounts accounts,
            SignIn signIn,
            FreshIds ids,
            @Value("${grundskema.oidc.create-accounts:false}") boolean isCreating) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.ids = ids;
        this.isCreating = isCreating;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication elsewhere) throws IOException {
        Optional<Account> account =
                elsewhere.getPrincipal() instanceof OidcUser user ? account(user) : Optional.empty();
        HttpSession ofTheWay = request.getSession(false);
        if (ofTheWay != null) {
            ofTheWay.invalidate();
        }
        if (account.isEmpty()) {
            response.sendRedirect("/?sign-in=unknown");
            return;
        }
        signIn.begin(account.get(), request, response);
        response.sendRedirect("/");
    }

    private Optional<Account> account(OidcUser user) {
        String email = user.getEmail();
        if (email == null || email.isBlank() || !Boolean.TRUE.equals(user.getEmailVerified())) {
            return Optional.empty();
        }
        Optional<Account> known = accounts.named(email);
        if (known.isEmpty() && isCreating) {
            var id = new AccountId(ids.id());
            accounts.add(id, null, email, email, null);
            return accounts.find(id);
        }
        return known.filter(Account::active);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.warn("Signing in elsewhere failed ({}).", failure.getClass().getSimpleName());
        response.sendRedirect("/?sign-in=failed");
    }
}
