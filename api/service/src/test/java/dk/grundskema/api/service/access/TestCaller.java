package dk.grundskema.api.service.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Somebody who walks.
 *
 * @param name     for messages
 * @param token    what is sent; empty means nothing
 * @param isKnown  whether it is anybody
 * @param isAtHome whether the school's things are there for anybody who that is
 * @param has      what may be done in the school
 */
record TestCaller(String name, String token, boolean isKnown, boolean isAtHome, Set<Permission> has) {
    TestCaller {
        has = has.isEmpty() ? EnumSet.noneOf(Permission.class) : EnumSet.copyOf(has);
    }
}
