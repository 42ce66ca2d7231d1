package dk.grundskema.api.platform.signin;

import dk.grundskema.api.platform.page.PageHead;

/**
 * The sign-in page.
 *
 * @param name      the name that was typed; empty at first
 * @param trouble   error message in the reader's language; empty if nothing was submitted
 * @param to        path in this service to open after the sign-in
 * @param elsewhere path of the OpenID Connect sign-in; empty if there is none
 * @param csrf      CSRF token for the form
 */
public record SignInPage(String name, String trouble, String to, String elsewhere, String csrf) {
    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("sign-in");
    }
}
