package org.placewell.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.placewell.security.RoleMatrix;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/** The page for everything that no other page answered: it says what a person can do next, never what the program was doing. */
@Controller
class FaultPage implements ErrorController {

    private final Refusals refusals;
    private final RoleMatrix matrix;

    FaultPage(Refusals refusals, RoleMatrix matrix) {
        this.refusals = refusals;
        this.matrix = matrix;
    }

    @RequestMapping(path = "/error", method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView fault(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (status == HttpStatus.FORBIDDEN && path instanceof String text && !matrix.knows(text)) {
            status = HttpStatus.NOT_FOUND;
        }
        var fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        for (var cause = fault instanceof Throwable thrown ? thrown : null; cause != null; cause = cause.getCause()) {
            if (cause instanceof MaxUploadSizeExceededException) {
                status = HttpStatus.PAYLOAD_TOO_LARGE;
            }
        }
        return refusals.page(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, "", request);
    }
}
