package dk.grundskema.api.platform.signin;

import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.PresentedCredential;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.account.Account;
import dk.grundskema.api.platform.account.GrantRepository;
import dk.grundskema.api.platform.account.IdentityViews.MeView;
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

/** REST operations to sign in and out. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Sign-in")
final class SignInController {
    private final SessionService sessionService;
    private final SignInLimiter limits;
    private final FirstAdministratorSetup firstAdministratorSetup;
    private final GrantRepository grants;
    private final MeViewFactory meViewFactory;

    SignInController(
            SessionService sessionService,
            SignInLimiter limits,
            FirstAdministratorSetup firstAdministratorSetup,
            GrantRepository grants,
            MeViewFactory meViewFactory) {
        this.sessionService = sessionService;
        this.limits = limits;
        this.firstAdministratorSetup = firstAdministratorSetup;
        this.grants = grants;
        this.meViewFactory = meViewFactory;
    }

    /**
     * What is typed to sign in.
     *
     * @param signInName the name that the account is signed in with
     * @param password   the password
     */
    record SignInRequest(String signInName, String password) {
        /** Omits all values. */
        @Override
        public String toString() {
            return "a name and a password";
        }
    }

    @PostMapping("/sign-in")
    @RequiresPermission(Permission.NONE)
    @Operation(operationId = "signIn", summary = "Begin a session that a cookie keeps.")
    MeView signIn(@RequestBody SignInRequest typed, HttpServletRequest request, HttpServletResponse response) {
        SessionService.VerifiedPassword proven =
                sessionService.verifyPassword(typed.signInName(), typed.password(), request.getRemoteAddr());
        return view(sessionService.startSession(proven, request, response));
    }

    private MeView view(SessionService.StartedSession startedSession) {
        return meViewFactory.view(grants.resolveCaller(startedSession.credential()), startedSession.csrf());
    }

    @PostMapping("/sign-out")
    @RequiresPermission(Permission.SIGNED_IN)
    @Operation(operationId = "signOut", summary = "End the session; a token stays as it is.")
    ResponseEntity<Void> signOut(
            @Parameter(hidden = true) PresentedCredential presented,
            HttpServletRequest request,
            HttpServletResponse response) {
        sessionService.endSession(presented, request, response);
        return ResponseEntity.noContent().build();
    }

    /**
     * A first or forgotten password.
     *
     * @param code     the code that an administrator handed over
     * @param password the new password, 10 to 200 characters, not easy to guess
     */
    record ChosenPassword(String code, String password) {
        /** Omits all values. */
        @Override
        public String toString() {
            return "a code and a password";
        }
    }

    @PostMapping("/password")
    @RequiresPermission(Permission.NONE)
    @Operation(
            operationId = "choosePassword",
            summary = "Choose a password with a code that is good once; all sessions and tokens of the account end.")
    ResponseEntity<Void> choosePassword(@RequestBody ChosenPassword chosen, HttpServletRequest request) {
        sessionService.choosePassword(chosen.code(), chosen.password(), request.getRemoteAddr());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/first-administrator")
    @RequiresPermission(Permission.NONE)
    @Operation(
            operationId = "createFirstAdministrator",
            summary = "Make the first account and organisation with the code on the console, and sign in.")
    ResponseEntity<MeView> createFirst(
            @RequestBody NewFirstAdministrator asked, HttpServletRequest request, HttpServletResponse response) {
        limits.checkAddress(request.getRemoteAddr());
        Account account = firstAdministratorSetup.redeemCode(
                asked.code(), asked.name(), asked.signInName(), asked.password(), asked.organisationName());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(view(sessionService.startSession(account, request, response)));
    }
}
