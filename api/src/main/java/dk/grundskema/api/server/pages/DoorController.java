package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.identity.AnonymousForms;
import dk.grundskema.api.server.identity.Doorway;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.NewFirstAdministrator;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.platform.ChosenLanguage;
import dk.grundskema.api.server.platform.ProblemDetails;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.web.app.door.DoorPages;
import dk.grundskema.api.web.app.door.FirstStartPage;
import dk.grundskema.api.web.app.door.SignInPage;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pages of coming and going. */
@RestController
@Hidden // no part of what programs are offered
final class DoorController {
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final Doorway doorway;
    private final AnonymousForms forms;
    private final Spoken<DoorPages> pages;
    private final Speaking speaking;

    DoorController(Doorway doorway, AnonymousForms forms, Front front, Speaking speaking) {
        this.doorway = doorway;
        this.forms = forms;
        this.pages = front.speaking(DoorPages::new);
        this.speaking = speaking;
    }

    @GetMapping("/sign-in")
    @Needs(Permission.NONE)
    ResponseEntity<byte[]> showSignIn(
            @RequestParam(defaultValue = "/") String to, HttpServletRequest request, HttpServletResponse response) {
        if (doorway.isFirst()) {
            return Front.to("/first-start");
        }
        return signIn(HttpStatus.OK, "", "", to, request, response);
    }

    private ResponseEntity<byte[]> signIn(
            HttpStatus status,
            String name,
            String trouble,
            String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var page = new SignInPage(
                name, trouble, Front.ours(to), doorway.elsewhere().orElse(""), forms.token(request, response));
        return pages.page(status, request, (own, visitor) -> own.signIn(visitor, page));
    }

    /** Another site's page can't sign somebody in as somebody else, for then what is typed would be seen by the wrong one. */
    @PostMapping("/sign-in")
    @Needs(Permission.NONE)
    ResponseEntity<byte[]> typeSignIn(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (isForeign(request)) {
            return signIn(HttpStatus.FORBIDDEN, "", speaking.texts().text("pages.foreign"), "/", request, response);
        }
        if (!forms.isFromOurPages(request)) {
            return signIn(HttpStatus.FORBIDDEN, name, speaking.texts().text("pages.form-old"), to, request, response);
        }
        if (name.isBlank() || password.isEmpty()) {
            String trouble = speaking.texts().text("pages.type-both");
            return signIn(HttpStatus.UNPROCESSABLE_CONTENT, name, trouble, to, request, response);
        }
        try {
            doorway.enter(name, password, request, response);
        } catch (Refusal refusal) {
            return signIn(refusal.status(), name, words(refusal.findings()), to, request, response);
        }
        return Front.to(to);
    }

    @GetMapping("/first-start")
    @Needs(Permission.NONE)
    ResponseEntity<byte[]> showFirstStart(HttpServletRequest request, HttpServletResponse response) {
        if (!doorway.isFirst()) {
            return Front.to("/");
        }
        return firstStart(
                HttpStatus.OK, new FirstStartPage("", "", "", "", "", forms.token(request, response)), request);
    }

    private ResponseEntity<byte[]> firstStart(HttpStatus status, FirstStartPage page, HttpServletRequest request) {
        return pages.page(status, request, (own, visitor) -> own.firstStart(visitor, page));
    }

    @PostMapping("/first-start")
    @Needs(Permission.NONE)
    ResponseEntity<byte[]> typeFirstStart(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String signin,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String organisation,
            HttpServletRequest request,
            HttpServletResponse response) {
        HttpStatus status = HttpStatus.FORBIDDEN;
        String trouble = speaking.texts().text("pages.form-old");
        try {
            if (forms.isFromOurPages(request)) {
                doorway.enterFirst(
                        new NewFirstAdministrator(code, name, signin, password, organisation), request, response);
                return Front.to("/");
            }
        } catch (InvalidValueException invalid) {
            status = HttpStatus.UNPROCESSABLE_CONTENT;
            trouble = words(invalid.findings());
        } catch (Refusal refusal) {
            status = refusal.status();
            trouble = words(refusal.findings());
        }
        var page = new FirstStartPage(code, name, signin, organisation, trouble, forms.token(request, response));
        return firstStart(status, page, request);
    }

    @PostMapping("/sign-out")
    @Needs(Permission.SIGNED_IN)
    ResponseEntity<byte[]> leavePages(HttpServletRequest request, HttpServletResponse response) {
        doorway.leave(request, response);
        return Front.to("/sign-in");
    }

    @PostMapping("/language")
    @Needs(Permission.NONE)
    ResponseEntity<byte[]> chooseLanguage(
            @RequestParam(defaultValue = "") String language, @RequestParam(defaultValue = "/") String back) {
        ResponseEntity<byte[]> answer = Front.to(back);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.SET_COOKIE, ChosenLanguage.cookie(language).toString())
                .build();
    }

    private static boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !OURS.contains(site);
    }

    private String words(List<Finding> findings) {
        return speaking.told(findings).stream()
                .map(ProblemDetails.FindingView::text)
                .collect(Collectors.joining(" "));
    }
}
