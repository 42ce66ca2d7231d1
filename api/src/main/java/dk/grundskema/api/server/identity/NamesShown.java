package dk.grundskema.api.server.identity;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Whether students are called by their names in the answer that is being made. Where they are, it is noted who sees them. */
public final class NamesShown {
    private NamesShown() {}

    /** Whether somebody who looks at an organisation's plans sees who students are; if so, the answer is taken to show it. */
    public static boolean to(Caller caller, OrganisationId organisation) {
        boolean may = caller.permissions(organisation).contains(Permission.READ_STUDENTS);
        if (may) {
            noted();
        }
        return may;
    }

    /** The answer shows who students are, whatever else the caller may. */
    public static void noted() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            Sight.isShown(request);
        }
    }
}
