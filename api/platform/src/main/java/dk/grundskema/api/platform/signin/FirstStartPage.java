package dk.grundskema.api.platform.signin;

import dk.grundskema.api.platform.page.PageHead;

/**
 * The page for creating the first administrator of an installation.
 *
 * @param code             the code that was typed; it is printed on the console of the service
 * @param name             the name that was typed
 * @param signInName       the sign-in name that was typed
 * @param organisationName the organisation's name that was typed
 * @param trouble          error message in the reader's language; empty if nothing was submitted
 * @param csrf             CSRF token for the form
 */
public record FirstStartPage(
        String code, String name, String signInName, String organisationName, String trouble, String csrf) {
    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("first-start");
    }

    /** Omits all values. */
    @Override
    public String toString() {
        return "a first start";
    }
}
