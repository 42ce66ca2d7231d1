package dk.grundskema.api.platform.signin;

import dk.grundskema.api.platform.access.AnonymousCsrfProtection;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.LanguageResolver;
import dk.grundskema.api.platform.http.ProblemDetails;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages to sign in and out. */
@PageController
@Hidden // not part of the REST API
final class SignInPageController {
    private static final Set<String> OWN_FETCH_SITES = Set.of("same-origin", "none");

    private final BrowserSignIn browserSignIn;
    private final AnonymousCsrfProtection csrfProtection;
    private final LocalizedTemplates templates;
    private final RequestTexts requestTexts;

    SignInPageController(
            BrowserSignIn browserSignIn,
            AnonymousCsrfProtection csrfProtection,
            PageRenderer pageRenderer,
            RequestTexts requestTexts) {
        this.browserSignIn = browserSignIn;
        this.csrfProtection = csrfProtection;
        this.templates = pageRenderer.templates(SignInPage.class, "door");
        this.requestTexts = requestTexts;
    }

    @GetMapping("/sign-in")
    @RequiresPermission(Permission.NONE)
    ResponseEntity<byte[]> showSignIn(
            @RequestParam(defaultValue = "/") String to, HttpServletRequest request, HttpServletResponse response) {
        if (browserSignIn.isFirstAdministratorMissing()) {
            return PageRenderer.redirectTo("/first-start");
        }
        return respondWithSignIn(HttpStatus.OK, "", "", to, request, response);
    }

    private ResponseEntity<byte[]> respondWithSignIn(
            HttpStatus status,
            String name,
            String trouble,
            String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var page = new SignInPage(
                name,
                trouble,
                PageRenderer.localAddress(to),
                browserSignIn.oidcSignInPath().orElse(""),
                csrfProtection.issueToken(request, response));
        return templates.render(status, request, "sign-in", page.head(), Map.of("page", page));
    }

    /** Requires the CSRF token, so that another site cannot sign a user in to a foreign account that would then see what the user enters. */
    @PostMapping("/sign-in")
    @RequiresPermission(Permission.NONE)
    ResponseEntity<byte[]> submitSignIn(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (isCrossSite(request)) {
            return respondWithSignIn(
                    HttpStatus.FORBIDDEN, "", requestTexts.texts().text("pages.foreign"), "/", request, response);
        }
        if (!csrfProtection.isFromOurPages(request)) {
            return respondWithSignIn(
                    HttpStatus.FORBIDDEN, name, requestTexts.texts().text("pages.form-old"), to, request, response);
        }
        if (name.isBlank() || password.isEmpty()) {
            String trouble = requestTexts.texts().text("pages.type-both");
            return respondWithSignIn(HttpStatus.UNPROCESSABLE_CONTENT, name, trouble, to, request, response);
        }
        try {
            browserSignIn.signIn(name, password, request, response);
        } catch (RefusalException refusal) {
            return respondWithSignIn(refusal.status(), name, joinTexts(refusal.findings()), to, request, response);
        }
        return PageRenderer.redirectTo(to);
    }

    @GetMapping("/first-start")
    @RequiresPermission(Permission.NONE)
    ResponseEntity<byte[]> showFirstStart(HttpServletRequest request, HttpServletResponse response) {
        if (!browserSignIn.isFirstAdministratorMissing()) {
            return PageRenderer.redirectTo("/");
        }
        return respondWithFirstStart(
                HttpStatus.OK,
                new FirstStartPage("", "", "", "", "", csrfProtection.issueToken(request, response)),
                request);
    }

    private ResponseEntity<byte[]> respondWithFirstStart(
            HttpStatus status, FirstStartPage page, HttpServletRequest request) {
        return templates.render(status, request, "first-start", page.head(), Map.of("page", page));
    }

    @PostMapping("/first-start")
    @RequiresPermission(Permission.NONE)
    ResponseEntity<byte[]> submitFirstStart(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String signin,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String organisation,
            HttpServletRequest request,
            HttpServletResponse response) {
        HttpStatus status = HttpStatus.FORBIDDEN;
        String trouble = requestTexts.texts().text("pages.form-old");
        try {
            if (csrfProtection.isFromOurPages(request)) {
                browserSignIn.createFirstAdministrator(
                        new NewFirstAdministrator(code, name, signin, password, organisation), request, response);
                return PageRenderer.redirectTo("/");
            }
        } catch (InvalidValueException invalid) {
            status = HttpStatus.UNPROCESSABLE_CONTENT;
            trouble = joinTexts(invalid.findings());
        } catch (RefusalException refusal) {
            status = refusal.status();
            trouble = joinTexts(refusal.findings());
        }
        var page = new FirstStartPage(
                code, name, signin, organisation, trouble, csrfProtection.issueToken(request, response));
        return respondWithFirstStart(status, page, request);
    }

    @PostMapping("/sign-out")
    @RequiresPermission(Permission.SIGNED_IN)
    ResponseEntity<byte[]> signOutOnPage(HttpServletRequest request, HttpServletResponse response) {
        browserSignIn.signOut(request, response);
        return PageRenderer.redirectTo("/sign-in");
    }

    @PostMapping("/language")
    @RequiresPermission(Permission.NONE)
    ResponseEntity<byte[]> chooseLanguage(
            @RequestParam(defaultValue = "") String language, @RequestParam(defaultValue = "/") String back) {
        ResponseEntity<byte[]> answer = PageRenderer.redirectTo(back);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(
                        HttpHeaders.SET_COOKIE,
                        LanguageResolver.languageCookie(language).toString())
                .build();
    }

    private static boolean isCrossSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !OWN_FETCH_SITES.contains(site);
    }

    private String joinTexts(List<Finding> findings) {
        return requestTexts.describeFindings(findings).stream()
                .map(ProblemDetails.FindingView::text)
                .collect(Collectors.joining(" "));
    }
}
