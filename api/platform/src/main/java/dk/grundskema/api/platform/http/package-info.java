/** JSON bodies as records, problem details, languages, version tags, ids and texts of all features. It has no dependency on plans or accounts. */
@NullMarked
package dk.grundskema.api.platform.http;

import org.jspecify.annotations.NullMarked;
