package dk.grundskema.api.platform.access;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Determines whether the current response contains students' names, and marks the request for the audit log if it does. */
public final class StudentNameDisclosure {
    private StudentNameDisclosure() {}

    /** Returns whether the caller may see students' names in an organisation's plans; if so, the response counts as showing them. */
    public static boolean maySeeNamesRecordingAccess(Caller caller, OrganisationId organisation) {
        boolean may = caller.permissionsIn(organisation).contains(Permission.READ_STUDENTS);
        if (may) {
            recordDisclosure();
        }
        return may;
    }

    /** Records that the response shows students' names, regardless of the caller's permissions. */
    public static void recordDisclosure() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            StudentDataAuditEntry.confirm(request);
        }
    }
}
