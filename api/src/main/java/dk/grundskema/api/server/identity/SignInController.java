package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.IdentityViews.MeView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Sign-in")
final class SignInController {
    private final SignIn signIn;
    private final SignInLimits limits;
    private final FirstAdministrator first;
    private final Grants grants;
    private final MeController me;

    SignInController(SignIn signIn, SignInLimits limits, FirstAdministrator first, Grants grants, MeController me) {
        this.signIn = signIn;
        this.limits = limits;
        this.first = first;
        this.grants = grants;
        this.me = me;
    }

    /**
     * What is typed to sign in.
     *
     * @param signInName the name that the account is signed in with
     * @param password   the password
     */
    record Typed(String signInName, String password) {
        /** Says nothing. */
        @Override
        public String toString() {
            return "a name and a password";
        }
    }

    @PostMapping("/sign-in")
    @Needs(Permission.NONE)
    @Operation(operationId = "signIn", summary = "Begin a session that a cookie keeps.")
    MeView signIn(@RequestBody Typed typed, HttpServletRequest request, HttpServletResponse response) {
        SignIn.Proven proven = signIn.withPassword(typed.signInName(), typed.password(), request.getRemoteAddr());
        return view(signIn.begin(proven, request, response));
    }

    private MeView view(SignIn.Begun begun) {
        return me.view(grants.caller(begun.credential()), begun.csrf());
    }

    @PostMapping("/sign-out")
    @Needs(Permission.SIGNED_IN)
    @Operation(operationId = "signOut", summary = "End the session; a token stays as it is.")
    ResponseEntity<Void> signOut(
            @Parameter(hidden = true) Presented presented, HttpServletRequest request, HttpServletResponse response) {
        signIn.end(presented, request, response);
        return ResponseEntity.noContent().build();
    }

    /**
     * A first or forgotten password.
     *
     * @param code     the code that an administrator handed over
     * @param password the new password, 10 to 200 characters, not easy to guess
     */
    record ChosenPassword(String code, String password) {
        /** Says nothing. */
        @Override
        public String toString() {
            return "a code and a password";
        }
    }

    @PostMapping("/password")
    @Needs(Permission.NONE)
    @Operation(
            operationId = "choosePassword",
            summary = "Choose a password with a code that is good once; all sessions and tokens of the account end.")
    ResponseEntity<Void> choosePassword(@RequestBody ChosenPassword chosen, HttpServletRequest request) {
        signIn.choosePassword(chosen.code(), chosen.password(), request.getRemoteAddr());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/first-administrator")
    @Needs(Permission.NONE)
    @Operation(
            operationId = "createFirstAdministrator",
            summary = "Make the first account and organisation with the code on the console, and sign in.")
    ResponseEntity<MeView> createFirst(
            @RequestBody NewFirstAdministrator asked, HttpServletRequest request, HttpServletResponse response) {
        limits.fromAddress(request.getRemoteAddr());
        Account account = first.redeem(
                asked.code(), asked.name(), asked.signInName(), asked.password(), asked.organisationName());
        return ResponseEntity.status(HttpStatus.CREATED).body(view(signIn.begin(account, request, response)));
    }
}
