/** Templates that sheets and pages of the web share: their texts, renderer and style. */
@NullMarked
package dk.grundskema.api.exports.template;

import org.jspecify.annotations.NullMarked;
