package dk.grundskema.api.service.catalogue;

import dk.grundskema.api.platform.access.Permission;
import java.util.EnumSet;
import java.util.Set;

/**
 * A caller in a permission test.
 *
 * @param name     for messages
 * @param token    the token that is sent; empty means none
 * @param isKnown  whether the token belongs to an account
 * @param isAtHome whether the school's objects are visible to the caller
 * @param has      permissions in the school
 */
record TestCaller(String name, String token, boolean isKnown, boolean isAtHome, Set<Permission> has) {
    TestCaller {
        has = has.isEmpty() ? EnumSet.noneOf(Permission.class) : EnumSet.copyOf(has);
    }
}
